import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { fail } from '../../contract/failures.ts';
import type { DatabaseHealth } from '../../contract/security/databaseHealth.ts';
import { ifThere } from '../files/ifThere.ts';
import { createProcessLock } from '../files/processLock.ts';
import { storing } from '../files/storageFailure.ts';
import { createDatabaseBackups, type DatabaseBackups } from './databaseBackups.ts';
import { DatabaseFault } from './databaseFault.ts';
import { createDatabaseOpening } from './databaseOpening.ts';
import { endAccess } from './endAccess.ts';
import { type OpenDatabase, openDatabase } from './openDatabase.ts';
import { restoreDatabase } from './restoreDatabase.ts';
import type { Tables } from './tables.ts';

/** Users, roles, sessions and what was done. Failures: DATABASE_UNREADABLE, STORAGE_FAILED, BUSY. */
export type Database = {
  /** False before anything was ever written. Opens nothing. */
  exists: () => Promise<boolean>;
  /** Opens it with the first call, and anew when another program has put a backup in its place. */
  query: () => Promise<Kysely<Tables>>;
  health: () => Promise<DatabaseHealth>;
  /** Where the copies are. */
  backupDirectory: string;
  /** When the newest copy was kept, in ms since 1970 UTC; null: there is none. */
  lastBackupAt: () => Promise<number | null>;
  /** Keeps a copy, while it is used. */
  keepBackup: () => Promise<void>;
  /**
   * Puts a backup in force, in which every session and code for a forgotten password has ended; what could not be used
   * is kept. `announce` is told of it before; what it throws leaves everything as it is. CONFLICT when it can be used,
   * NOT_FOUND.
   */
  restoreBackup: (name: string, announce?: AnnounceRestore) => Promise<void>;
  /** For good: no call opens it again. */
  close: () => Promise<void>;
};

type AnnounceRestore = (backup: Kysely<Tables>) => Promise<void>;

type DatabaseParts = { directory: string; now: () => Date };

/**
 * Makes the copy of a backup one of this version that lets nobody in. Of the copy none is kept: it would push out a real
 * one. Throws DatabaseFault, and what `announce` throws.
 */
const createPreparation =
  (backups: DatabaseBackups, now: () => Date) =>
  async (copy: string, announce: AnnounceRestore): Promise<void> => {
    const keepingNone = { ...backups, keep: async () => undefined };
    const { database } = await openDatabase({ file: copy, backups: keepingNone, wasThere: true, now });
    try {
      await endAccess(database, now().getTime());
      await announce(database);
    } finally {
      await database.destroy();
    }
  };

/** The database of a data directory: `console.db`, its copies in `backups`. */
export const createDatabase = ({ directory, now }: DatabaseParts): Database => {
  const file = path.join(directory, 'console.db');
  const backupDirectory = path.join(directory, 'backups');
  const backups = createDatabaseBackups(backupDirectory);
  const lock = createProcessLock(path.join(directory, 'console.lock'));
  const prepare = createPreparation(backups, now);
  const { open, replace, close } = createDatabaseOpening({ file, backups, lock, now });

  const demand = async (): Promise<OpenDatabase> => {
    const opened = await open();
    if (opened instanceof DatabaseFault) throw fail('DATABASE_UNREADABLE', { file }, opened);
    return opened;
  };

  return {
    exists: async () => ((await ifThere(stat(file)))?.size ?? 0) > 0 || (await backups.list()).length > 0,

    query: async () => (await demand()).database,

    health: async () => {
      const opened = await open();
      if (!(opened instanceof DatabaseFault)) return { state: 'ready' };
      return { state: 'unreadable', reason: opened.reason, file, backups: await backups.list() };
    },

    backupDirectory,

    lastBackupAt: async () => {
      const [newest] = await backups.list();
      return newest ? Date.parse(newest.savedAt) : null;
    },

    keepBackup: async () => {
      const { thread } = await demand();
      await storing(file, () => backups.keep(thread, now()));
    },

    restoreBackup: async (name, announce = async () => undefined) => {
      if (!((await open()) instanceof DatabaseFault)) throw fail('CONFLICT', { revision: 0 });
      const backup = (await backups.list()).find((candidate) => candidate.name === name);
      if (!backup) throw fail('NOT_FOUND', {});
      try {
        await replace(() =>
          restoreDatabase({
            ...{ file, backup: backups.fileOf(backup), at: now() },
            prepare: (copy) => prepare(copy, announce),
          }),
        );
      } catch (error) {
        throw error instanceof DatabaseFault ? fail('DATABASE_UNREADABLE', { file }, error) : error;
      }
      await demand();
    },

    close,
  };
};
