import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { fail } from '../../contract/failures.ts';
import type { DatabaseHealth } from '../../contract/security/databaseHealth.ts';
import { ifThere } from '../files/ifThere.ts';
import { makeDirectories } from '../files/makeDirectories.ts';
import { createProcessLock, type ProcessLock } from '../files/processLock.ts';
import { storing } from '../files/storageFailure.ts';
import { createDatabaseBackups, type DatabaseBackups } from './databaseBackups.ts';
import { DatabaseFault } from './databaseFault.ts';
import { endAccess } from './endAccess.ts';
import { type OpenDatabase, openDatabase } from './openDatabase.ts';
import { restoreDatabase } from './restoreDatabase.ts';
import type { Tables } from './tables.ts';

/** Users, roles, sessions and what was done. Failures: DATABASE_UNREADABLE, STORAGE_FAILED, BUSY. */
export type Database = {
  /** False before anything was ever written. Opens nothing. */
  exists: () => Promise<boolean>;
  /** Opens it with the first call. */
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
  close: () => Promise<void>;
};

type AnnounceRestore = (backup: Kysely<Tables>) => Promise<void>;

type DatabaseParts = { directory: string; now: () => Date };
type Places = { file: string; backups: DatabaseBackups; lock: ProcessLock };

/** What was whole when it was opened may turn out to be damaged while it is used. */
const asItIsNow = (opened: OpenDatabase | DatabaseFault): OpenDatabase | DatabaseFault => {
  const damage = opened instanceof DatabaseFault ? null : opened.thread.damage();
  return damage ? new DatabaseFault('damaged', damage) : opened;
};

/** Opens the database once, whoever asks first. */
const createOpening = ({ file, backups, lock }: Places, now: () => Date) => {
  let opening: Promise<OpenDatabase | DatabaseFault> | null = null;

  const openLocked = async (): Promise<OpenDatabase | DatabaseFault> => {
    await makeDirectories([path.dirname(file)]);
    try {
      return await storing(file, () => lock(() => openDatabase({ file, backups, now })));
    } catch (error) {
      if (error instanceof DatabaseFault) return error;
      throw error;
    }
  };

  return {
    /** What failed for a moment, a full disk, is tried again by the next call; a fault of the file stays. */
    open: async (): Promise<OpenDatabase | DatabaseFault> => {
      try {
        return asItIsNow(await (opening ??= openLocked()));
      } catch (error) {
        opening = null;
        throw error;
      }
    },
    close: async (): Promise<void> => {
      const opened = await opening;
      opening = null;
      if (opened && !(opened instanceof DatabaseFault)) await opened.database.destroy();
    },
  };
};

/** Makes the copy of a backup one of this version that lets nobody in. Throws DatabaseFault, and what `announce` throws. */
const createPreparation =
  ({ backups }: Pick<Places, 'backups'>, now: () => Date) =>
  async (copy: string, announce: AnnounceRestore): Promise<void> => {
    const { database } = await openDatabase({ file: copy, backups, now });
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
  const prepare = createPreparation({ backups }, now);
  const { open, close } = createOpening({ file, backups, lock }, now);

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
      const restore = async (): Promise<void> => {
        await close();
        await restoreDatabase({
          ...{ file, backup: backups.fileOf(backup), at: now() },
          prepare: (copy) => prepare(copy, announce),
        });
      };
      try {
        await storing(file, () => lock(restore));
      } catch (error) {
        throw error instanceof DatabaseFault ? fail('DATABASE_UNREADABLE', { file }, error) : error;
      }
      await demand();
    },

    close,
  };
};
