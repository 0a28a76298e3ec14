import { setTimeout } from 'node:timers/promises';
import { createBoundedTurns } from '../concurrency/boundedTurns.ts';
import { createAdmission } from '../services/directory/people/admission.ts';
import type { RecordDeeds } from '../services/directory/people/directoryDeeds.ts';
import type { DirectoryReader } from '../services/directory/directoryReader.ts';
import {
  createIsDirectoryEnabled,
  type ReadDirectoryRules,
} from '../services/directory/people/directoryRules.ts';
import { createAdditionPlanning } from '../services/directory/people/additionPreview.ts';
import { createAdditionUndoing } from '../services/directory/people/additionUndoing.ts';
import { createKeptAdditions } from '../services/directory/people/keptAdditions.ts';
import { createObjectAddition } from '../services/directory/people/objectAddition.ts';
import { createObjectFinding } from '../services/directory/people/objectFinding.ts';
import { createRightsService } from '../services/users/rights/rightsService.ts';
import { createRightsStore } from '../stores/users/rightsStore.ts';
import { createMemberships, toMemberships } from '../services/directory/people/memberships.ts';
import { createAttemptCounting } from '../services/session/attemptCounting.ts';
import { createDirectoryCheck } from '../services/session/directoryCheck.ts';
import { createSignInWays } from '../services/session/signInWays.ts';
import type { SignInRules } from '../contract/security/signInRules.ts';
import type { Database } from '../stores/database/createDatabase.ts';
import { createLockoutStore } from '../stores/users/lockoutStore.ts';
import {
  createPeopleStores,
  createPeopleTransaction,
  type PeopleStores,
} from '../stores/users/peopleTransaction.ts';
import { createSignInStore } from '../stores/users/signInStore.ts';

/** What is known of the directory that is in force. */
export type DirectoryInUse = {
  reader: DirectoryReader;
  rules: ReadDirectoryRules;
  /** As whom this process could sign in, `CORP\anna`; null: as nobody. Asks no controller. */
  windowsUser: () => Promise<string | null>;
};

export type DirectoryPeopleParts = {
  directory: DirectoryInUse;
  database: Pick<Database, 'query'>;
  rules: () => Promise<SignInRules>;
  /** Writes what was found out about people of the directory (U20). */
  recordDeeds: RecordDeeds;
  /** Told of what went wrong while nobody waited for it. */
  onError: (error: unknown) => void;
  /** ms since 1970 UTC. */
  now: () => number;
};

/** How many sign in at the directory at once, and how many may wait for that. */
const signInsAtOnce = 8;
const signInPlaces = 64;
/** How long a call waits while somebody's groups are read, in ms. */
const patienceMs = 3_000;

/** What somebody holds with the groups that were read last: what an addition would bring is asked of thousands at once. */
const createHeldLast = (query: Database['query'], { memberships }: Pick<PeopleStores, 'memberships'>) => {
  const membershipsOf = async (userId: string) =>
    toMemberships(userId, (await memberships.find(userId))?.groups ?? []);
  const explain = async (userId: string) => ({
    ...(await membershipsOf(userId)),
    ...{ membership: null, unreached: new Set<string>() },
  });
  return createRightsService({ rights: createRightsStore(query), membershipsOf, explain }).heldBy;
};

const createAddition = ({ directory, database, recordDeeds: record, now }: DirectoryPeopleParts) => {
  const { reader, rules } = directory;
  const stores = createPeopleStores(database.query);
  const transact = createPeopleTransaction(database.query);
  const kept = createKeptAdditions();
  const heldLast = createHeldLast(database.query, stores);
  const plan = createAdditionPlanning({ reader, stores, rules, heldLast });
  return {
    ...createObjectFinding({ reader, objects: stores.directoryObjects, rules }),
    ...createObjectAddition({ plan, transact, kept, record, now }),
    undoAddition: createAdditionUndoing({ transact, kept }),
  };
};

/** Builds what knows people of the directory: who may come in, which groups they are in, and how they are added. */
export const composeDirectoryPeople = (parts: DirectoryPeopleParts) => {
  const { directory, database, rules, recordDeeds: record, onError, now } = parts;
  const stores = createPeopleStores(database.query);
  const transact = createPeopleTransaction(database.query);
  const lockouts = createLockoutStore(database.query);
  return {
    addition: createAddition(parts),
    isDirectoryEnabled: createIsDirectoryEnabled(directory.rules),
    signInWays: createSignInWays({ ...directory, objects: stores.directoryObjects }),
    memberships: createMemberships({
      ...{ stores, transact, record, onError, now, reader: directory.reader, rules: directory.rules },
      patience: () => setTimeout(patienceMs, undefined, { ref: false }),
    }),
    directoryCheck: createDirectoryCheck({
      ...{ lockouts, now, reader: directory.reader, rules: directory.rules },
      objects: stores.directoryObjects,
      people: createSignInStore(database.query),
      counting: createAttemptCounting({ lockouts, now, rules: async () => (await rules()).lockout }),
      admit: createAdmission({ transact, record }),
      turns: createBoundedTurns(signInsAtOnce, signInPlaces),
    }),
  };
};

export type DirectoryPeople = ReturnType<typeof composeDirectoryPeople>;
