import { statSync } from 'node:fs';
import path from 'node:path';
import { fail } from '../../contract/failures.ts';
import { makeDirectories } from '../files/makeDirectories.ts';
import type { ProcessLock } from '../files/processLock.ts';
import { storing } from '../files/storageFailure.ts';
import type { DatabaseBackups } from './databaseBackups.ts';
import { DatabaseFault } from './databaseFault.ts';
import { type OpenDatabase, openDatabase } from './openDatabase.ts';

export type DatabaseOpeningParts = {
  file: string;
  backups: DatabaseBackups;
  lock: ProcessLock;
  now: () => Date;
};

/** `identity`: of the file that was opened; null: there was none. */
type Found = { state: OpenDatabase | DatabaseFault; identity: string | null };

/**
 * Differs from that of another file that takes its place, as long as this one is kept or open. Null: there is none. It is
 * asked for before each query: some µs at once, and not in Node's threads, where it would wait behind the hashes of passwords.
 */
const identityOf = (file: string): string | null => {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
};

const asFault = (error: unknown): DatabaseFault => {
  if (error instanceof DatabaseFault) return error;
  throw error;
};

/** What was whole when it was opened may turn out to be damaged while it is used. */
const asItIsNow = ({ state }: Found): OpenDatabase | DatabaseFault => {
  const damage = state instanceof DatabaseFault ? null : state.thread.damage();
  return damage ? new DatabaseFault('damaged', damage) : state;
};

/** Finds the database, under the lock, each time that this is called. */
const createFinding = ({ file, backups, lock, now }: DatabaseOpeningParts) => {
  let wasThere = false;
  const find = async (): Promise<Found> => {
    const state = await openDatabase({ file, backups, wasThere, now }).catch(asFault);
    wasThere = true;
    return { state, identity: identityOf(file) };
  };
  return async (): Promise<Found> => {
    await makeDirectories([path.dirname(file)]);
    return storing(file, () => lock(find));
  };
};

/**
 * Opens the database once, whoever asks first, and again when another file has taken its place: another program on this
 * machine may have restored a backup, and what is written to the old file would be lost.
 */
export const createDatabaseOpening = (parts: DatabaseOpeningParts) => {
  const { file, lock } = parts;
  const find = createFinding(parts);
  let opening: Promise<Found> | null = null;
  let isClosed = false;

  /** What failed for a moment, a full disk, is tried again by the next call; a fault of the file stays with the file. */
  const begin = (): Promise<Found> => {
    const begun = find();
    void begun.catch(() => (opening = null));
    return begun;
  };

  const letGo = async (asked: Promise<Found>): Promise<void> => {
    if (opening === asked) opening = null;
    const { state } = await asked;
    if (!(state instanceof DatabaseFault)) await state.database.destroy();
  };

  const isInPlace = async ({ identity }: Found): Promise<boolean> =>
    identity === (await storing(file, async () => identityOf(file)));

  const look = async (): Promise<{ asked: Promise<Found>; found: Found }> => {
    if (isClosed) throw new Error('The database is closed');
    const asked = (opening ??= begin());
    const found = await asked;
    if (await isInPlace(found)) return { asked, found };
    await letGo(asked);
    return look();
  };

  return {
    open: async (): Promise<OpenDatabase | DatabaseFault> => asItIsNow((await look()).found),

    /** Lets `exchange` put another file in the place of this one. CONFLICT when somebody else has done so meanwhile. */
    replace: async (exchange: () => Promise<void>): Promise<void> => {
      const { asked, found } = await look();
      const replaceLocked = async (): Promise<void> => {
        if (!(await isInPlace(found))) throw fail('CONFLICT', { revision: 0 });
        await letGo(asked);
        await exchange();
      };
      await storing(file, () => lock(replaceLocked));
    },

    /** For good: it is not opened again. */
    close: async (): Promise<void> => {
      isClosed = true;
      if (opening) await letGo(opening);
    },
  };
};
