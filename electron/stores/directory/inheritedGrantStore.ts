import type { Kysely } from 'kysely';
import { inParts } from '../database/inParts.ts';
import type { GrantRow, Tables } from '../database/tables.ts';

/** A role that somebody has through a group. */
export type InheritedGrant = Omit<GrantRow, 'userId'> & { personId: string; groupId: string };

/** What groups give, by the tokens that were read last, however long ago. */
export type InheritedGrantStore = {
  /** What active groups that the directory still has give these people, in no order. */
  of: (personIds: readonly string[]) => Promise<InheritedGrant[]>;
  /** The ids of the people who are in one of these groups, in no order. */
  membersOf: (groupIds: readonly string[]) => Promise<string[]>;
};

type Query = () => Promise<Kysely<Tables>>;

/** Far fewer than groups in tokens: what is looked for in those begins here. */
const grantsOfGroups = (database: Kysely<Tables>) =>
  database
    .selectFrom('grants')
    .innerJoin('users', 'users.id', 'grants.userId')
    .innerJoin('directoryObjects', 'directoryObjects.userId', 'users.id')
    .where('users.kind', '=', 'directoryGroup')
    .where('users.isActive', '=', 1)
    .where('directoryObjects.state', '!=', 'deleted')
    .select(['grants.userId as groupId', 'objectSid', 'roleId', 'folderId'])
    .execute();

const sidsOf = async (database: Kysely<Tables>, groupIds: readonly string[]): Promise<string[]> => {
  const groups = await database
    .selectFrom('directoryObjects')
    .where('userId', 'in', groupIds)
    .select('objectSid')
    .execute();
  return groups.map(({ objectSid }) => objectSid);
};

export const createInheritedGrantStore = (query: Query): InheritedGrantStore => ({
  of: async (personIds) => {
    const database = await query();
    const bySid = Map.groupBy(await grantsOfGroups(database), ({ objectSid }) => objectSid);
    const inherited: InheritedGrant[] = [];
    for (const people of inParts(personIds))
      for (const sids of inParts([...bySid.keys()])) {
        const tokens = await database
          .selectFrom('tokenGroups')
          .where('userId', 'in', people)
          .where('groupSid', 'in', sids)
          .select(['userId', 'groupSid'])
          .execute();
        for (const { userId, groupSid } of tokens)
          for (const { objectSid: _objectSid, ...grant } of bySid.get(groupSid) ?? [])
            inherited.push({ personId: userId, ...grant });
      }
    return inherited;
  },

  membersOf: async (groupIds) => {
    const database = await query();
    const members = new Set<string>();
    for (const part of inParts(groupIds)) {
      const sids = await sidsOf(database, part);
      const people = await database
        .selectFrom('users')
        .where('kind', '=', 'directoryUser')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('tokenGroups')
              .select('groupSid')
              .whereRef('tokenGroups.userId', '=', 'users.id')
              .where('groupSid', 'in', sids),
          ),
        )
        .select('id')
        .execute();
      for (const { id } of people) members.add(id);
    }
    return [...members];
  },
});
