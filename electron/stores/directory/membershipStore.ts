import type { Kysely } from 'kysely';
import { inOneStep } from '../database/inOneStep.ts';
import { inParts } from '../database/inParts.ts';
import type { MembershipRow, Tables } from '../database/tables.ts';

/** A group that is known here and somebody is in, directly or through others. */
export type KnownGroup = { userId: string; objectSid: string; name: string };

/** The membership of one person as it is kept; moments in ms since 1970 UTC. */
export type StoredMembership = Omit<MembershipRow, 'userId'> & {
  /** Active ones that the directory still has, by name. */
  groups: readonly KnownGroup[];
};

/** The groups of people. A person whose groups were never read has none. */
export type MembershipStore = {
  /** Null: no user of the directory. */
  find: (userId: string) => Promise<StoredMembership | null>;
  /** How many groups the token has, known here or not. */
  countTokenGroups: (userId: string) => Promise<number>;
  /** Puts these groups in place of those that were read before. */
  replace: (userId: string, groupSids: readonly string[], readAt: number) => Promise<void>;
  /** What was read before stays, and counts for as long as it is fresh. */
  noteFailure: (userId: string, failedAt: number, obstacle: string | null) => Promise<void>;
  /** What was read of anybody is to be read anew before it counts. */
  expireAll: () => Promise<void>;
  /** Active groups among these that the directory still has, by name. */
  knownGroups: (groupSids: readonly string[]) => Promise<KnownGroup[]>;
};

type Query = () => Promise<Kysely<Tables>>;

const byName = (one: KnownGroup, other: KnownGroup): number =>
  one.name < other.name ? -1 : Number(one.name > other.name);

const createFind =
  (query: Query): MembershipStore['find'] =>
  async (userId) => {
    // One row for each group, and one without a group for who is in none: each call asks this. Tokens have thousands of
    // groups, of which few are known, so it begins with those.
    const rows = await (
      await query()
    )
      .selectFrom('directoryObjects as person')
      .innerJoin('users as owner', 'owner.id', 'person.userId')
      .leftJoin('memberships', 'memberships.userId', 'person.userId')
      .leftJoin(
        (groups) =>
          groups
            .selectFrom('users')
            .innerJoin('directoryObjects', 'directoryObjects.userId', 'users.id')
            .where('users.kind', '=', 'directoryGroup')
            .where('users.isActive', '=', 1)
            .where('directoryObjects.state', '!=', 'deleted')
            .where(({ exists, selectFrom }) =>
              exists(
                selectFrom('tokenGroups')
                  .select('groupSid')
                  .where('tokenGroups.userId', '=', userId)
                  .whereRef('groupSid', '=', 'directoryObjects.objectSid'),
              ),
            )
            .select(['users.id as groupId', 'users.name as groupName', 'directoryObjects.objectSid as sid'])
            .as('known'),
        (join) => join.onTrue(),
      )
      .where('person.userId', '=', userId)
      .where('owner.kind', '=', 'directoryUser')
      .select(['readAt', 'failedAt', 'obstacle', 'groupId', 'groupName', 'sid'])
      .execute();
    const [first] = rows;
    if (!first) return null;
    const groups = rows.flatMap(({ groupId, groupName, sid }) =>
      groupId === null || groupName === null || sid === null
        ? []
        : [{ userId: groupId, objectSid: sid, name: groupName }],
    );
    const { readAt, failedAt, obstacle } = first;
    return { readAt, failedAt, obstacle, groups: groups.toSorted(byName) };
  };

/** Writes only what differs: of thousands of groups a few change. */
const replaceGroups = async (
  transaction: Kysely<Tables>,
  userId: string,
  groupSids: readonly string[],
): Promise<void> => {
  const rows = await transaction
    .selectFrom('tokenGroups')
    .select('groupSid')
    .where('userId', '=', userId)
    .execute();
  const before = new Set(rows.map(({ groupSid }) => groupSid));
  const after = new Set(groupSids);
  for (const part of inParts([...before.difference(after)]))
    await transaction
      .deleteFrom('tokenGroups')
      .where('userId', '=', userId)
      .where('groupSid', 'in', part)
      .execute();
  for (const part of inParts([...after.difference(before)]))
    await transaction
      .insertInto('tokenGroups')
      .values(part.map((groupSid) => ({ userId, groupSid })))
      .execute();
};

const save = (database: Kysely<Tables>, userId: string, values: Partial<Omit<MembershipRow, 'userId'>>) =>
  database
    .insertInto('memberships')
    .values({ ...{ userId, readAt: null, failedAt: null, obstacle: null }, ...values })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(values))
    .execute();

/** Memberships in the tables of that name. */
export const createMembershipStore = (query: Query): MembershipStore => ({
  find: createFind(query),

  countTokenGroups: async (userId) => {
    const { count } = await (
      await query()
    )
      .selectFrom('tokenGroups')
      .where('userId', '=', userId)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  },

  replace: async (userId, groupSids, readAt) =>
    inOneStep(await query(), async (transaction) => {
      await replaceGroups(transaction, userId, groupSids);
      await save(transaction, userId, { readAt, failedAt: null, obstacle: null });
    }),

  noteFailure: async (userId, failedAt, obstacle) => {
    await save(await query(), userId, { failedAt, obstacle });
  },

  expireAll: async () => {
    await (
      await query()
    )
      .updateTable('memberships')
      .set({ readAt: null, failedAt: null, obstacle: null })
      .execute();
  },

  knownGroups: async (groupSids) => {
    const database = await query();
    const known: KnownGroup[] = [];
    for (const part of inParts(groupSids))
      known.push(
        ...(await database
          .selectFrom('directoryObjects')
          .innerJoin('users', 'users.id', 'directoryObjects.userId')
          .select(['directoryObjects.userId', 'objectSid', 'users.name'])
          .where('users.kind', '=', 'directoryGroup')
          .where('users.isActive', '=', 1)
          .where('directoryObjects.state', '!=', 'deleted')
          .where('objectSid', 'in', part)
          .execute()),
      );
    return known.toSorted(byName);
  },
});
