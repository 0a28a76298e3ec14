import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase } from '../../../../electron/stores/database/createDatabase.ts';

const newFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'relay-console-database-'));

const open = (directory: string) => createDatabase({ directory, now: () => new Date() });

/** A database of this version in which nothing is. */
const makeEmpty = async (): Promise<string> => {
  const directory = await newFolder();
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const database = open(directory);
  await database.query();
  await database.close();
  return path.join(directory, 'console.db');
};

/** Copied for each test: that is quicker than to take all steps of the database anew. */
let empty: Promise<string> | null = null;

/** A real database in a folder that goes away with it. */
export const openTemporaryDatabase = async () => {
  const directory = await newFolder();
  await copyFile(await (empty ??= makeEmpty()), path.join(directory, 'console.db'));
  const database = open(directory);
  return {
    ...database,
    directory,
    /** As on a machine where nothing was ever written; before anybody opens it. */
    makeAbsent: (): Promise<void> => rm(path.join(directory, 'console.db')),
    remove: async (): Promise<void> => {
      await database.close();
      await rm(directory, { recursive: true });
    },
  };
};

export type TemporaryDatabase = Awaited<ReturnType<typeof openTemporaryDatabase>>;
