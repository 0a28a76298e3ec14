import type { Kysely } from 'kysely';
import { inOneStep } from '../database/inOneStep.ts';
import type { Tables } from '../database/tables.ts';

/** The most earlier passwords that the rules can ask for (S04). */
const historyKept = 10;

export type CredentialStore = {
  /** Replaces the hash of a user; the one before goes to the history. `at`: ms since 1970 UTC. */
  set: (userId: string, change: { hash: string; at: number; mustChange: boolean }) => Promise<void>;
  /** The hash in force and the ones before, `count` in all, the newest first. */
  lastOf: (userId: string, count: number) => Promise<string[]>;
};

type Query = () => Promise<Kysely<Tables>>;

/** Hashes of passwords in their tables. */
export const createCredentialStore = (query: Query): CredentialStore => ({
  set: async (userId, { hash, at, mustChange }) => {
    await inOneStep(await query(), async (transaction) => {
      const before = await transaction
        .selectFrom('credentials')
        .selectAll()
        .where('userId', '=', userId)
        .executeTakeFirst();
      if (before) await transaction.insertInto('passwordHistory').values(before).execute();
      await transaction
        .insertInto('credentials')
        .values({ userId, hash, changedAt: at })
        .onConflict((conflict) => conflict.column('userId').doUpdateSet({ hash, changedAt: at }))
        .execute();
      await transaction
        .deleteFrom('passwordHistory')
        .where('userId', '=', userId)
        .where('hash', 'not in', (kept) =>
          kept
            .selectFrom('passwordHistory')
            .select('hash')
            .where('userId', '=', userId)
            .orderBy('changedAt', 'desc')
            .limit(historyKept),
        )
        .execute();
      await transaction
        .updateTable('users')
        .set({ mustChangePassword: mustChange ? 1 : 0 })
        .where('id', '=', userId)
        .execute();
    });
  },

  lastOf: async (userId, count) => {
    const database = await query();
    const present = database
      .selectFrom('credentials')
      .select(['hash', 'changedAt'])
      .where('userId', '=', userId);
    const earlier = database
      .selectFrom('passwordHistory')
      .select(['hash', 'changedAt'])
      .where('userId', '=', userId);
    const rows = await present.unionAll(earlier).orderBy('changedAt', 'desc').limit(count).execute();
    return rows.map(({ hash }) => hash);
  },
});
