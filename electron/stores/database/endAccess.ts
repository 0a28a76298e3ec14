import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Ends what an old copy of the database would let go on: sessions, and codes for a forgotten password. Passwords, locks and
 * roles are those of its day, and whoever restores it is told so. `now`: ms since 1970 UTC.
 */
export const endAccess = async (database: Kysely<Tables>, now: number): Promise<void> => {
  const ended = { endedAt: now, endReason: 'ended' };
  await database.updateTable('sessions').set(ended).where('endedAt', 'is', null).execute();
  await database.updateTable('resetCodes').set({ usedAt: now }).where('usedAt', 'is', null).execute();
};
