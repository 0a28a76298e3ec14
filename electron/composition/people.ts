import { keepResult } from '../hosts/keepResult.ts';
import type { SignInRules } from '../contract/security/signInRules.ts';
import { createAdministratorRecovery } from '../services/session/administratorRecovery.ts';
import { createFirstAdministrator, administratorName } from '../services/session/firstAdministrator.ts';
import { createBasicAuthentication } from '../services/session/basicAuthentication.ts';
import { createIdentify } from '../services/session/identify.ts';
import { createOwnLanguage } from '../services/session/ownLanguage.ts';
import { createOwnPasswordChange } from '../services/session/ownPassword.ts';
import {
  type CheckedAttempt,
  createPasswordCheck,
  type PasswordVerdict,
} from '../services/session/passwordCheck.ts';
import { createSessionCheck } from '../services/session/sessionCheck.ts';
import { createSessionService } from '../services/session/sessionService.ts';
import { createCredentialCheck } from '../services/session/credentialCheck.ts';
import { createSignIn, createWindowsSignIn } from '../services/session/signIn.ts';
import { createFolderService, type FolderParts } from '../services/users/folderService.ts';
import { createCommonPasswords } from '../services/users/passwords/commonPasswords.ts';
import { createPasswordHashing } from '../services/users/passwords/passwordHashing.ts';
import { createPasswordSetting } from '../services/users/passwords/passwordSetting.ts';
import { createRightsService } from '../services/users/rights/rightsService.ts';
import { createRoleService } from '../services/users/roleService.ts';
import { createRoleUsers } from '../services/users/roleUsers.ts';
import { createUserService } from '../services/users/userService.ts';
import type { Database } from '../stores/database/createDatabase.ts';
import { createCredentialStore } from '../stores/users/credentialStore.ts';
import { createFolderStore } from '../stores/users/folderStore.ts';
import { createLockoutStore } from '../stores/users/lockoutStore.ts';
import { createPeopleStores, createPeopleTransaction } from '../stores/users/peopleTransaction.ts';
import { createRightsStore } from '../stores/users/rightsStore.ts';
import { createRoleHolderStore } from '../stores/users/roleHolderStore.ts';
import { createRoleStore } from '../stores/users/roleStore.ts';
import { createSignInStore } from '../stores/users/signInStore.ts';
import type { Vault } from '../stores/vault/vault.ts';
import {
  composeDirectoryPeople,
  type DirectoryPeople,
  type DirectoryPeopleParts,
} from './directoryPeople.ts';

export type PeopleParts = Pick<FolderParts, 'countProfiles' | 'holdProfiles'> &
  Omit<DirectoryPeopleParts, 'database' | 'rules' | 'now'> & {
    database: Pick<Database, 'exists' | 'query'>;
    vault: Pick<Vault, 'protection' | 'unlock'>;
    rules: () => Promise<SignInRules>;
    /** Told of each lock, once. */
    onLocked: (attempt: CheckedAttempt, verdict: PasswordVerdict) => Promise<void>;
    /** ms since 1970 UTC. */
    now: () => number;
  };

const createPasswords = ({ database: { query }, rules }: PeopleParts) => {
  const hashing = createPasswordHashing();
  const cost = keepResult(hashing.measureCost);
  const setting = createPasswordSetting({
    ...{ hashing, cost },
    credentials: createCredentialStore(query),
    isCommon: createCommonPasswords(),
    rules: async () => (await rules()).passwords,
  });
  return { hashing, cost, setting };
};

type Passwords = ReturnType<typeof createPasswords>;

const createSessions = (
  parts: PeopleParts,
  { hashing, cost, setting: passwords }: Passwords,
  directory: DirectoryPeople,
) => {
  const { database, vault, rules, onLocked, now } = parts;
  const people = createSignInStore(database.query);
  const lockouts = createLockoutStore(database.query);
  const { sessions } = createPeopleStores(database.query);
  const transact = createPeopleTransaction(database.query);
  const { isDirectoryEnabled, memberships, directoryCheck } = directory;
  const rights = createRightsService({ rights: createRightsStore(database.query), ...memberships });
  const passwordCheck = createPasswordCheck({
    ...{ people, lockouts, hashing, cost, now },
    rules: async () => (await rules()).lockout,
  });
  const credentialCheck = createCredentialCheck({
    ...{ people, isDirectoryEnabled },
    local: passwordCheck,
    directory: directoryCheck.check,
  });
  const entrance = { people, sessions, rules, onLocked, now };
  const check = createSessionCheck({ sessions, now, rules: async () => (await rules()).sessions });
  /** Once there is one there always is: the predefined user cannot be deleted. */
  let isSetUp = false;
  const hasAdministrator = async (): Promise<boolean> =>
    (isSetUp ||= (await database.exists()) && (await people.find(administratorName)) !== null);
  return {
    ...{ hasAdministrator, sessions, rights },
    service: createSessionService({
      ...{ check, sessions, now },
      createAdministrator: createFirstAdministrator({ transact, passwords, now }),
      recoverAdministrator: createAdministratorRecovery({ vault, people, passwords, transact, now }),
      signIn: createSignIn({ ...entrance, check: credentialCheck }),
      signInAsWindowsUser: createWindowsSignIn({ ...entrance, ...directoryCheck, isDirectoryEnabled }),
      saveOwnLanguage: createOwnLanguage(transact),
      changePassword: createOwnPasswordChange({
        ...{ check: passwordCheck, people, passwords, transact, onLocked, now },
      }),
    }),
    basic: createBasicAuthentication({
      ...{ check: credentialCheck, people, lockouts, rights, rules, isDirectoryEnabled, onLocked, now },
    }),
    identify: createIdentify({
      ...{ hasAdministrator, check, people, rights, isDirectoryEnabled, now },
      rules: async () => (await rules()).passwords,
      endSession: (id, reason) => sessions.end(id, reason, now()),
    }),
  };
};

/** Builds what knows people: who signs in, who may what, users, roles and folders. */
export const composePeople = (parts: PeopleParts) => {
  const { database, rules, now, countProfiles, holdProfiles } = parts;
  const { query } = database;
  const passwords = createPasswords(parts);
  const transact = createPeopleTransaction(query);
  const stores = createPeopleStores(query);
  const folders = createFolderStore(query);
  const directory = composeDirectoryPeople(parts);
  return {
    ...createSessions(parts, passwords, directory),
    signInWays: directory.signInWays,
    findAddress: async (userId: string): Promise<string | null> =>
      (await stores.users.find(userId))?.mail ?? null,
    memberships: directory.memberships,
    addition: directory.addition,
    passwords: passwords.setting,
    users: createUserService({
      ...{ stores, transact, rules, now },
      signIns: createSignInStore(query),
      membershipOf: directory.memberships.view,
      passwords: passwords.setting,
    }),
    roles: createRoleService(createRoleStore(query)),
    roleUsers: createRoleUsers({ stores, transact, holders: createRoleHolderStore(query) }),
    folders: createFolderService({
      folders: {
        ...folders,
        /** The page of mail asks for them at once: that alone is no reason to make a database. */
        list: async () => ((await database.exists()) ? folders.list() : []),
      },
      ...{ countProfiles, holdProfiles },
    }),
  };
};

export type People = ReturnType<typeof composePeople>;
