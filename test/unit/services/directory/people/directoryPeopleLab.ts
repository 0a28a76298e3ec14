import { composePeople } from '../../../../../electron/composition/people.ts';
import { defaultSignInRules } from '../../../../../electron/contract/security/defaultSignInRules.ts';
import type { UserGrant } from '../../../../../electron/contract/users/user.ts';
import type { Noted } from '../../../../../electron/services/audit/note.ts';
import type { DirectoryDeed } from '../../../../../electron/services/directory/people/directoryDeeds.ts';
import type { DirectoryRules } from '../../../../../electron/services/directory/people/directoryRules.ts';
import type {
  DirectoryReader,
  FoundObject,
} from '../../../../../electron/services/directory/directoryReader.ts';
import type { Caller } from '../../../../../electron/services/session/identify.ts';
import type { SessionCall } from '../../../../../electron/services/session/sessionService.ts';
import { createPeopleStores } from '../../../../../electron/stores/users/peopleTransaction.ts';
import { createSignInStore } from '../../../../../electron/stores/users/signInStore.ts';
import { openTemporaryDatabase } from '../../../stores/database/temporaryDatabase.ts';
import { administrator } from '../../users/actors.ts';
import { createFakeDirectory } from '../fakeDirectory.ts';

const signal = new AbortController().signal;
export const hourMs = 3_600_000;

/**
 * People of a directory as a whole, on a real database, with a directory and a clock that a test moves. `real`: asked in place of that
 * directory.
 */
export const openDirectoryPeopleLab = async (real?: DirectoryReader) => {
  const database = await openTemporaryDatabase();
  const directory = createFakeDirectory();
  const clock = { now: Date.parse('2026-01-01') };
  const deeds: (DirectoryDeed & { door: string | null })[] = [];
  const locked: string[] = [];
  const errors: unknown[] = [];
  const noted: Noted[] = [];
  const rules: { directory: DirectoryRules | null; attempts: number } = {
    attempts: 3,
    directory: {
      ...{ isEnabled: true, domain: 'corp.example', membershipCacheHours: 1, gainGuard: 2 },
      search: { minimumLength: 3, size: 2, timeSeconds: 5 },
    },
  };
  const people = composePeople({
    ...{ database, now: () => clock.now, onError: (error: unknown) => void errors.push(error) },
    vault: { protection: () => Promise.reject(new Error()), unlock: () => Promise.reject(new Error()) },
    rules: async () => ({
      ...defaultSignInRules,
      lockout: { ...defaultSignInRules.lockout, attempts: rules.attempts },
      isBasicAuthenticationRestricted: false,
    }),
    countProfiles: async () => 0,
    holdProfiles: (work) => work(),
    onLocked: async ({ name }) => void locked.push(name),
    directory: {
      reader: real ?? directory.reader,
      rules: async () => rules.directory,
      windowsUser: async () => 'CORP\\anna',
    },
    recordDeeds: async (given, door) => void deeds.push(...given.map((deed) => ({ ...deed, door }))),
  });
  const stores = createPeopleStores(database.query);
  const origin = { door: 'desktop', machine: 'PC-1' };
  const identity = { state: 'signedOut', end: null } as const;
  const note = (more: Noted): void => void noted.push(more);

  const callThrough = (door: string): SessionCall => ({
    ...{ caller: { startedProgram: false, token: null }, identity, note, origin: { ...origin, door } },
  });

  const signIn = async (name: string, password = 'right', door = 'desktop'): Promise<Caller> => {
    const call = callThrough(door);
    await people.service.signIn(call, { name, password });
    return call.caller;
  };

  return {
    ...{ people, stores, directory, clock, deeds, locked, errors, noted, rules, database },
    signIns: createSignInStore(database.query),
    remove: database.remove,

    signIn,
    signInWrongly: async (name: string, times: number): Promise<void> => {
      for (let attempt = 0; attempt < times; attempt += 1) await signIn(name, 'wrong').catch(() => undefined);
    },
    signInAsWindowsUser: async (door = 'desktop'): Promise<Caller> => {
      const call = callThrough(door);
      await people.service.signInAsWindowsUser(call);
      return call.caller;
    },
    basic: (name: string, password = 'right') => people.basic({ name, password, origin }),

    /** Adds objects of the directory as an administrator does; gives their ids here. */
    addObjects: async (objects: readonly FoundObject[], grants: UserGrant[] = []): Promise<string[]> => {
      const addition = {
        objects: objects.map(({ domain, objectGuid }) => ({ domain, objectGuid })),
        grants,
      };
      const { fingerprint, gaining } = await people.addition.previewAddition(addition, administrator, signal);
      const request = { ...addition, fingerprint, confirmedGaining: gaining };
      const { added, changed } = await people.addition.addObjects(request, administrator, signal);
      return [...added, ...changed].map(({ userId }) => userId);
    },

    userIdOf: async ({ objectGuid }: FoundObject): Promise<string> =>
      (await stores.directoryObjects.findByGuids([objectGuid]))[0]?.userId ?? '',

    results: async (): Promise<string[]> => {
      const rows = await (
        await database.query()
      )
        .selectFrom('signInAttempts')
        .select('result')
        .orderBy('id')
        .execute();
      return rows.map(({ result }) => result);
    },
  };
};

export type DirectoryPeopleLab = Awaited<ReturnType<typeof openDirectoryPeopleLab>>;
