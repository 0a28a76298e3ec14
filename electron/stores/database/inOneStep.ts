import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Runs `work` in a transaction: the one that `database` is, or one of its own. */
export const inOneStep = <Result>(
  database: Kysely<Tables>,
  work: (transaction: Kysely<Tables>) => Promise<Result>,
): Promise<Result> => (database.isTransaction ? work(database) : database.transaction().execute(work));
