import { open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ifThere } from '../files/ifThere.ts';
import { makeDirectories } from '../files/makeDirectories.ts';
import { renameIntoPlace } from '../files/renameIntoPlace.ts';
import { ownerOnly, temporaryName } from '../files/writeAtomically.ts';
import type { SqliteThread } from './sqliteThread.ts';

/** A kept copy of the database, as its name tells it. */
export type DatabaseBackup = { name: string; savedAt: string };

/** How many copies are kept. */
export const databaseBackupsKept = 7;

const pattern = /^console-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/;

const toName = (at: Date): string => `console-${at.toISOString().replace(/[-:]|\.\d+/g, '')}.db`;

const fromName = (name: string): DatabaseBackup | null => {
  const [, year, month, day, hour, minute, second] = pattern.exec(name) ?? [];
  if (year === undefined) return null;
  return { name, savedAt: `${year}-${month}-${day}T${hour}:${minute}:${second}Z` };
};

/** Copies of the database in a directory of their own. */
export const createDatabaseBackups = (directory: string) => {
  /** The newest first. */
  const list = async (): Promise<DatabaseBackup[]> => {
    const names = (await ifThere(readdir(directory))) ?? [];
    return names
      .map(fromName)
      .filter((backup) => backup !== null)
      .toSorted((one, other) => other.savedAt.localeCompare(one.savedAt));
  };

  return {
    list,

    fileOf: ({ name }: DatabaseBackup): string => path.join(directory, name),

    /** Copies the database as it is at this moment, while it is used, and drops the oldest copies. */
    keep: async (thread: SqliteThread, at: Date): Promise<void> => {
      await makeDirectories([directory]);
      const file = path.join(directory, toName(at));
      const temporary = temporaryName(file);
      try {
        await (await open(temporary, 'wx', ownerOnly)).close();
        await thread.ask({ kind: 'backup', file: temporary });
        await renameIntoPlace(temporary, file);
      } catch (error) {
        await Promise.allSettled([rm(temporary, { force: true })]);
        throw error;
      }
      for (const old of (await list()).slice(databaseBackupsKept))
        await rm(path.join(directory, old.name), { force: true });
    },
  };
};

export type DatabaseBackups = ReturnType<typeof createDatabaseBackups>;
