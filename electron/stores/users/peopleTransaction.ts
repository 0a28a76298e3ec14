import type { Kysely } from 'kysely';
import { inOneStep } from '../database/inOneStep.ts';
import type { Tables } from '../database/tables.ts';
import { createDirectoryObjectStore, type DirectoryObjectStore } from '../directory/directoryObjectStore.ts';
import { createInheritedGrantStore, type InheritedGrantStore } from '../directory/inheritedGrantStore.ts';
import { createMembershipStore, type MembershipStore } from '../directory/membershipStore.ts';
import { createCredentialStore, type CredentialStore } from './credentialStore.ts';
import { createLockoutStore, type LockoutStore } from './lockoutStore.ts';
import { createResetCodeStore, type ResetCodeStore } from './resetCodeStore.ts';
import { createRoleReading, type RoleReading } from './roleReading.ts';
import { createSessionStore, type SessionStore } from './sessionStore.ts';
import { createUserListing, type UserListing } from './userListing.ts';
import { createUserStore, type UserStore } from './userStore.ts';

/** The stores of people, that read and write in the same place. */
export type PeopleStores = {
  users: UserStore;
  listing: UserListing;
  credentials: CredentialStore;
  resetCodes: ResetCodeStore;
  sessions: SessionStore;
  lockouts: LockoutStore;
  roles: RoleReading;
  directoryObjects: DirectoryObjectStore;
  memberships: MembershipStore;
  inheritedGrants: InheritedGrantStore;
};

type Query = () => Promise<Kysely<Tables>>;

export const createPeopleStores = (query: Query): PeopleStores => ({
  users: createUserStore(query),
  listing: createUserListing(query),
  credentials: createCredentialStore(query),
  resetCodes: createResetCodeStore(query),
  sessions: createSessionStore(query),
  lockouts: createLockoutStore(query),
  roles: createRoleReading(query),
  directoryObjects: createDirectoryObjectStore(query),
  memberships: createMembershipStore(query),
  inheritedGrants: createInheritedGrantStore(query),
});

/**
 * Does all of `work` or nothing of it; nobody else reads or writes in between, so what was checked still holds when it is
 * written. In `work` only the given stores may be used: another call of the database would wait for its own end.
 */
export type PeopleTransaction = <Result>(work: (stores: PeopleStores) => Promise<Result>) => Promise<Result>;

export const createPeopleTransaction =
  (query: Query): PeopleTransaction =>
  async (work) =>
    inOneStep(await query(), (transaction) => work(createPeopleStores(async () => transaction)));
