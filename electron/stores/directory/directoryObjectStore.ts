import { type Kysely, sql } from 'kysely';
import type { DirectoryIdentity } from '../../contract/directory/membership.ts';
import { inParts } from '../database/inParts.ts';
import type { DirectoryObjectRow, Tables } from '../database/tables.ts';
import { accountKey } from './accountKey.ts';
import { nameKey } from '../users/nameKey.ts';

/** Who a user or group is in the directory; `checkedAt` in ms since 1970 UTC. */
export type StoredDirectoryObject = Omit<DirectoryIdentity, 'checkedAt'> & {
  userId: string;
  checkedAt: number;
};

/**
 * A name of the directory as somebody types it. `domain`: its DNS name, its NetBIOS name, or what stands behind @ in it, which may be a
 * suffix of user principal names only; `isOwnDomain`: it is the DNS name of ours, so no suffix of others.
 */
export type TypedAccount = { account: string; domain: string; isOwnDomain: boolean; typed: string };

export type DirectoryObjectStore = {
  find: (userId: string) => Promise<StoredDirectoryObject | null>;
  /** In no order; users that are not of the directory are not among them. */
  findAll: (userIds: readonly string[]) => Promise<StoredDirectoryObject[]>;
  /** Who is known of these objects. */
  findByGuids: (objectGuids: readonly string[]) => Promise<StoredDirectoryObject[]>;
  /** Groups of the token of this person that was read last, in no order; also those that are inactive here, or deleted there. */
  findGroupsOf: (userId: string) => Promise<StoredDirectoryObject[]>;
  /**
   * The user who is called so and not deleted there, if one is known: first whose user principal name it is, then who is of
   * that domain, and of several the one that was there last.
   */
  findIdByAccount: (account: TypedAccount) => Promise<string | null>;
  /** The first known account name of a domain, `CORP\anna`; null: none is known. */
  findAccountOf: (domain: string) => Promise<string | null>;
  /** Adds it, or puts it in place of what is known of this user. Its name is that of the user. */
  save: (object: StoredDirectoryObject) => Promise<void>;
};

type Query = () => Promise<Kysely<Tables>>;
type NamedRow = DirectoryObjectRow & { name: string };

const toObject = (row: NamedRow): StoredDirectoryObject => ({
  userId: row.userId,
  objectGuid: row.objectGuid,
  objectSid: row.objectSid,
  domain: row.domain,
  accountName: row.name,
  userPrincipalName: row.userPrincipalName,
  distinguishedName: row.distinguishedName,
  state: row.state,
  checkedAt: row.checkedAt,
  isAutoProvisioned: row.isAutoProvisioned === 1,
  overrides: [
    ...(row.overridesMail === 1 ? (['mail'] as const) : []),
    ...(row.overridesLanguage === 1 ? (['language'] as const) : []),
  ],
});

const toRow = (object: StoredDirectoryObject): DirectoryObjectRow => ({
  userId: object.userId,
  objectGuid: object.objectGuid,
  objectSid: object.objectSid,
  domain: object.domain,
  accountKey: accountKey(object.accountName.slice(object.accountName.indexOf('\\') + 1)),
  userPrincipalName: object.userPrincipalName,
  principalKey: object.userPrincipalName === null ? null : accountKey(object.userPrincipalName),
  distinguishedName: object.distinguishedName,
  state: object.state,
  checkedAt: object.checkedAt,
  isAutoProvisioned: object.isAutoProvisioned ? 1 : 0,
  overridesMail: object.overrides.includes('mail') ? 1 : 0,
  overridesLanguage: object.overrides.includes('language') ? 1 : 0,
});

const named = (database: Kysely<Tables>) =>
  database
    .selectFrom('directoryObjects')
    .innerJoin('users', 'users.id', 'directoryObjects.userId')
    .selectAll('directoryObjects')
    .select('users.name');

const createReading =
  (query: Query, column: 'userId' | 'objectGuid') => async (values: readonly string[]) => {
    const database = await query();
    const objects: StoredDirectoryObject[] = [];
    for (const part of inParts(values)) {
      const rows = await named(database).where(`directoryObjects.${column}`, 'in', part).execute();
      objects.push(...rows.map(toObject));
    }
    return objects;
  };

/** By its DNS name, or by its NetBIOS name. */
const isOfDomain = (domain: string) =>
  sql<boolean>`(${nameKey(domain)} IN ("directoryObjects"."domain", substr("users"."nameKey", 1, instr("users"."nameKey", '\\') - 1)))`;

const hasSuffix = (suffix: string) =>
  sql<boolean>`substr("principalKey", instr("principalKey", '@') + 1) = ${accountKey(suffix)}`;

const createAccountFinding =
  (query: Query): DirectoryObjectStore['findIdByAccount'] =>
  async ({ account, domain, isOwnDomain, typed }) => {
    const rows = await (
      await query()
    )
      .selectFrom('directoryObjects')
      .innerJoin('users', 'users.id', 'directoryObjects.userId')
      .select('users.id')
      .where('users.kind', '=', 'directoryUser')
      .where('directoryObjects.state', '!=', 'deleted')
      .where(({ or, and, eb }) =>
        or([
          eb('principalKey', '=', accountKey(typed)),
          and([
            eb('accountKey', '=', accountKey(account)),
            // However the domain is called: the directory takes them all for one.
            or([isOfDomain(domain), ...(isOwnDomain ? [] : [hasSuffix(domain)])]),
          ]),
        ]),
      )
      .orderBy(sql`"principalKey" IS NULL OR "principalKey" <> ${accountKey(typed)}`)
      .orderBy(sql`NOT ${isOfDomain(domain)}`)
      .orderBy('checkedAt', 'desc')
      .limit(1)
      .execute();
    return rows[0]?.id ?? null;
  };

/** What is known of users and groups of the directory, in the table of that name. */
export const createDirectoryObjectStore = (query: Query): DirectoryObjectStore => {
  const findAll = createReading(query, 'userId');
  return {
    findAll,
    find: async (userId) => (await findAll([userId]))[0] ?? null,
    findByGuids: createReading(query, 'objectGuid'),
    findIdByAccount: createAccountFinding(query),

    findGroupsOf: async (userId) => {
      const rows = await named(await query())
        .where('users.kind', '=', 'directoryGroup')
        .where('objectSid', 'in', ({ selectFrom }) =>
          selectFrom('tokenGroups').select('groupSid').where('tokenGroups.userId', '=', userId),
        )
        .execute();
      return rows.map(toObject);
    },

    findAccountOf: async (domain) => {
      const row = await named(await query())
        .where('directoryObjects.domain', '=', domain)
        .limit(1)
        .executeTakeFirst();
      return row?.name ?? null;
    },

    save: async (object) => {
      const row = toRow(object);
      await (
        await query()
      )
        .insertInto('directoryObjects')
        .values(row)
        .onConflict((conflict) => conflict.column('userId').doUpdateSet(row))
        .execute();
    },
  };
};
