import { createIdentify } from '../../../../electron/services/session/identify.ts';
import { createFirstAdministrator } from '../../../../electron/services/session/firstAdministrator.ts';
import { createOwnLanguage } from '../../../../electron/services/session/ownLanguage.ts';
import { createOwnPasswordChange } from '../../../../electron/services/session/ownPassword.ts';
import { createPasswordCheck } from '../../../../electron/services/session/passwordCheck.ts';
import { createSessionCheck } from '../../../../electron/services/session/sessionCheck.ts';
import { createSessionService } from '../../../../electron/services/session/sessionService.ts';
import { createSignIn, createWindowsSignIn } from '../../../../electron/services/session/signIn.ts';
import { createPasswordHashing } from '../../../../electron/services/users/passwords/passwordHashing.ts';
import { createPasswordSetting } from '../../../../electron/services/users/passwords/passwordSetting.ts';
import { createRightsService } from '../../../../electron/services/users/rights/rightsService.ts';
import { createCredentialStore } from '../../../../electron/stores/users/credentialStore.ts';
import { createLockoutStore } from '../../../../electron/stores/users/lockoutStore.ts';
import { createPeopleTransaction } from '../../../../electron/stores/users/peopleTransaction.ts';
import { createRightsStore } from '../../../../electron/stores/users/rightsStore.ts';
import { createSessionStore } from '../../../../electron/stores/users/sessionStore.ts';
import { createSignInStore } from '../../../../electron/stores/users/signInStore.ts';
import { plainPasswordRules as passwords } from '../users/plainPasswordRules.ts';
import { openTemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';

/** Signing in as a whole, on a real database, with a clock that a test moves. */
export const openPeopleLab = async () => {
  const database = await openTemporaryDatabase();
  const { query } = database;
  const clock = { now: 1_000_000 };
  const locked: string[] = [];
  const now = (): number => clock.now;
  const hashing = createPasswordHashing();
  const cost = async () => ({ memoryKib: 8, passes: 1 });
  const people = createSignInStore(query);
  const sessions = createSessionStore(query);
  const onLocked = async ({ name }: { name: string }): Promise<void> => void locked.push(name);
  const sessionRules = async () => ({ idleMinutes: 20, absoluteHours: 12, onePerUser: true });
  const check = createPasswordCheck({
    ...{ people, hashing, cost, now },
    lockouts: createLockoutStore(query),
    rules: async () => ({ isEnabled: true, lockSeconds: 300, attempts: 3 }),
  });
  const setting = createPasswordSetting({
    ...{ hashing, cost },
    credentials: createCredentialStore(query),
    isCommon: async () => false,
    rules: async () => passwords,
  });
  const sessionCheck = createSessionCheck({ sessions, now, rules: sessionRules });
  const transact = createPeopleTransaction(query);
  const createAdministrator = createFirstAdministrator({ passwords: setting, transact, now });
  const isDirectoryEnabled = async () => false;
  const entrance = {
    ...{ people, sessions, onLocked, now },
    rules: async () => ({ passwords, sessions: await sessionRules() }),
  };
  const signIn = createSignIn({ check, ...entrance });
  const changePassword = createOwnPasswordChange({
    ...{ check, people, transact, onLocked, now },
    passwords: setting,
  });
  return {
    ...{ database, clock, locked, people, sessions, createAdministrator, signIn, changePassword },
    ...{ check, transact, passwords: setting },
    service: createSessionService({
      ...{ createAdministrator, signIn, changePassword, sessions, now },
      saveOwnLanguage: createOwnLanguage(transact),
      recoverAdministrator: async () => undefined,
      signInAsWindowsUser: createWindowsSignIn({
        ...{ ...entrance, isDirectoryEnabled },
        checkOwnIdentity: () => Promise.reject(new Error('no directory')),
      }),
      check: sessionCheck,
    }),
    identify: createIdentify({
      ...{ people, isDirectoryEnabled, now },
      hasAdministrator: async () => (await people.find('admin')) !== null,
      check: sessionCheck,
      rights: createRightsService({
        rights: createRightsStore(query),
        membershipsOf: async () => ({ memberOf: new Map(), names: new Map() }),
        explain: async () => ({
          memberOf: new Map(),
          names: new Map(),
          membership: null,
          unreached: new Set(),
        }),
      }),
      rules: async () => passwords,
      endSession: (id, reason) => sessions.end(id, reason, now()),
    }),
  };
};

export type PeopleLab = Awaited<ReturnType<typeof openPeopleLab>>;
