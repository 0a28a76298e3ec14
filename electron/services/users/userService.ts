import type { Membership } from '../../contract/directory/membership.ts';
import type { LockoutRules, PasswordRules } from '../../contract/security/signInRules.ts';
import type { PeopleStores, PeopleTransaction } from '../../stores/users/peopleTransaction.ts';
import type { SignInStore } from '../../stores/users/signInStore.ts';
import type { Actor } from './actor.ts';
import { createBulkActions } from './bulk/bulkActions.ts';
import { createUserImport } from './import/userImport.ts';
import type { PasswordSetting } from './passwords/passwordSetting.ts';
import { demandChangeable } from './restrictedUser.ts';
import { createSessionEnding } from './sessionEnding.ts';
import { createUserExport } from './userExport.ts';
import { createUserSaving } from './userSaving.ts';
import { createUserViewing } from './userViewing.ts';

export type UserServiceParts = {
  stores: PeopleStores;
  transact: PeopleTransaction;
  signIns: Pick<SignInStore, 'attemptsOf'>;
  passwords: Pick<PasswordSetting, 'hashGood'>;
  /** Null: no directory user. */
  membershipOf: (userId: string) => Promise<Membership | null>;
  rules: () => Promise<{ passwords: PasswordRules; lockout: LockoutRules }>;
  /** ms since 1970 UTC. */
  now: () => number;
};

/** The users of the console: who they are, and what may be done to them (REQUIREMENTS U01–U03, U22–U25). */
export const createUserService = ({
  stores,
  transact,
  signIns,
  passwords,
  membershipOf,
  rules,
  now,
}: UserServiceParts) => ({
  ...createUserViewing({ stores, signIns, membershipOf, now, rules: async () => (await rules()).lockout }),
  ...createUserSaving({ transact, passwords, now, rules: async () => (await rules()).passwords }),
  ...createSessionEnding({ transact, now }),
  ...createBulkActions({ transact, now }),
  ...createUserImport({ transact, now }),
  demandChangeable: (id: string, actor: Actor) => demandChangeable(stores, id, actor),
  exportUsers: createUserExport({ stores, now }),
});

export type UserService = ReturnType<typeof createUserService>;
