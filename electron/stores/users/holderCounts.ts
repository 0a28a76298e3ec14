import type { Kysely } from 'kysely';
import type { HolderCounts } from '../../contract/users/holders.ts';
import type { Tables } from '../database/tables.ts';

/** Who holds each of these roles, or a role in each of these folders; what nobody holds is missing. */
export const readHolderCounts = async (
  database: Kysely<Tables>,
  column: 'roleId' | 'folderId',
  ids: readonly string[],
): Promise<ReadonlyMap<string, HolderCounts>> => {
  const rows = await database
    .selectFrom('grants')
    .innerJoin('users', 'users.id', 'grants.userId')
    .where(column, 'in', ids)
    .groupBy([column, 'kind'])
    .select(({ fn }) => [`${column} as id`, 'kind', fn.count<number>('userId').distinct().as('count')])
    .execute();
  const counts = new Map<string, HolderCounts>();
  for (const { id, kind, count } of rows) {
    if (id === null) continue;
    const { users, groups } = counts.get(id) ?? nobody;
    const isGroup = kind === 'directoryGroup';
    counts.set(id, isGroup ? { users, groups: groups + count } : { users: users + count, groups });
  }
  return counts;
};

export const nobody: HolderCounts = { users: 0, groups: 0 };

export const sameHolders = (one: HolderCounts, other: HolderCounts): boolean =>
  one.users === other.users && one.groups === other.groups;
