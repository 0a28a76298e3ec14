import type { ExpressionBuilder, ExpressionWrapper, Kysely, SqlBool } from 'kysely';
import type { UserQuery } from '../../contract/users/user.ts';
import { holds } from '../database/holds.ts';
import type { Tables, UserRow } from '../database/tables.ts';
import { whereLocked } from './lockoutStore.ts';
import { nameKey } from './nameKey.ts';

/** One user of a list; moments in ms since 1970 UTC. `roleIds`: roles that the user holds, each once. */
export type ListedUser = Pick<
  UserRow,
  'id' | 'kind' | 'name' | 'displayName' | 'mail' | 'isActive' | 'isBuiltIn' | 'lastSignInAt'
> & { lockedUntil: number | null; roleIds: readonly string[] };

export type UserListing = {
  /** A part of the users that are wanted, and how many these are in all, and groups among them. */
  list: (wanted: UserQuery, now: number) => Promise<{ total: number; groups: number; users: ListedUser[] }>;
  /** The ids of all that are wanted, in no order. */
  listIds: (wanted: UserQuery, now: number) => Promise<string[]>;
};

type Query = () => Promise<Kysely<Tables>>;
type Condition = ExpressionWrapper<Tables, 'users', SqlBool>;

const isLocked = ({ exists, selectFrom }: ExpressionBuilder<Tables, 'users'>, now: number): Condition =>
  exists(
    selectFrom('lockouts')
      .select('key')
      .whereRef('lockouts.userId', '=', 'users.id')
      .where((where) => whereLocked(where, now)),
  );

const holdsGrant = (
  { exists, selectFrom }: ExpressionBuilder<Tables, 'users'>,
  column: 'roleId' | 'folderId',
  value: string,
): Condition =>
  exists(
    selectFrom('grants')
      .select('roleId')
      .whereRef('grants.userId', '=', 'users.id')
      .where(column, '=', value),
  );

const matching = (database: Kysely<Tables>, wanted: UserQuery, now: number) => {
  const { search, kind, state, roleId, folderId } = wanted;
  let users = database.selectFrom('users');
  for (const word of nameKey(search).split(/\s+/).filter(Boolean))
    users = users.where(holds('users.searchText', word));
  if (kind !== null) users = users.where('kind', '=', kind);
  if (state === 'locked') users = users.where((where) => isLocked(where, now));
  else if (state !== null) users = users.where('isActive', '=', state === 'active' ? 1 : 0);
  if (roleId !== null) users = users.where((where) => holdsGrant(where, 'roleId', roleId));
  if (folderId !== null) users = users.where((where) => holdsGrant(where, 'folderId', folderId));
  return users;
};

const shown = ['id', 'kind', 'name', 'displayName', 'mail', 'isActive', 'isBuiltIn', 'lastSignInAt'] as const;

/** What stands in other tables of the users of one page. */
const readDetails = async (database: Kysely<Tables>, ids: readonly string[], now: number) => {
  const locked = await database
    .selectFrom('lockouts')
    .select(['userId', 'lockedUntil'])
    .where('userId', 'in', ids)
    .where((where) => whereLocked(where, now))
    .execute();
  const grants = await database
    .selectFrom('grants')
    .select(['userId', 'roleId'])
    .distinct()
    .where('userId', 'in', ids)
    .execute();
  const until = new Map(locked.map(({ userId, lockedUntil }) => [userId, lockedUntil]));
  const roles = Map.groupBy(grants, ({ userId }) => userId);
  return (id: string) => ({
    lockedUntil: until.get(id) ?? null,
    roleIds: (roles.get(id) ?? []).map(({ roleId }) => roleId),
  });
};

const countKinds = async (database: Kysely<Tables>, wanted: UserQuery, now: number) => {
  const kinds = await matching(database, wanted, now)
    .groupBy('kind')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
    .execute();
  return {
    total: kinds.reduce((total, { count }) => total + count, 0),
    groups: kinds.find(({ kind }) => kind === 'directoryGroup')?.count ?? 0,
  };
};

/** Users by page: filtered, sorted and counted by the database. */
export const createUserListing = (query: Query): UserListing => ({
  list: async (wanted, now) => {
    const database = await query();
    const { sort, offset, limit } = wanted;
    const direction = sort.descending ? 'desc' : 'asc';
    const counts = await countKinds(database, wanted, now);
    const rows = await matching(database, wanted, now)
      .select(shown)
      .orderBy(sort.column === 'name' ? 'nameKey' : sort.column, direction)
      .orderBy('nameKey', direction)
      .limit(limit)
      .offset(offset)
      .execute();
    const detailsOf = await readDetails(
      database,
      rows.map(({ id }) => id),
      now,
    );
    return { ...counts, users: rows.map((row) => ({ ...row, ...detailsOf(row.id) })) };
  },

  listIds: async (wanted, now) => {
    const rows = await matching(await query(), wanted, now)
      .select('id')
      .execute();
    return rows.map(({ id }) => id);
  },
});
