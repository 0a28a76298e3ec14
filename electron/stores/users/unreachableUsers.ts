import { type Kysely, sql } from 'kysely';
import type { UnreachableUsers } from '../../contract/notices/rehearsal.ts';
import type { Tables } from '../database/tables.ts';

type Query = () => Promise<Kysely<Tables>>;

export type UnreachableUserListing = {
  /** The first `limit` of them, and how many there are in all. */
  list: (limit: number) => Promise<UnreachableUsers>;
};

const unreachable = (database: Kysely<Tables>) =>
  database
    .selectFrom('users')
    .where('kind', '=', 'localUser')
    .where('isActive', '=', 1)
    // Addresses are judged when a user is saved; this finds those that were never any.
    .where((where) =>
      where.or([
        where('mail', 'is', null),
        sql<boolean>`"mail" NOT LIKE '_%@_%'`,
        sql<boolean>`"mail" LIKE '% %'`,
      ]),
    );

/** Active local users without an address that a mail could go to. */
export const createUnreachableUserListing = (query: Query): UnreachableUserListing => ({
  list: async (limit) => {
    const database = await query();
    const { total } = await unreachable(database)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const users = await unreachable(database)
      .select(['id', 'name', 'displayName', 'mail'])
      .orderBy('nameKey')
      .limit(limit)
      .execute();
    return { total, users };
  },
});
