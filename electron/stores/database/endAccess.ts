import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Ends what an old copy of the database would let in again: whoever was signed out or got another password since must not
 * come back by it. `now`: ms since 1970 UTC.
 */
export const endAccess = async (database: Kysely<Tables>, now: number): Promise<void> => {
  const ended = { endedAt: now, endReason: 'ended' };
  await database.updateTable('sessions').set(ended).where('endedAt', 'is', null).execute();
  await database.updateTable('resetCodes').set({ usedAt: now }).where('usedAt', 'is', null).execute();
};
