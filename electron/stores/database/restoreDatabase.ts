import { copyFile, open, rename, rm } from 'node:fs/promises';
import { ifThere } from '../files/ifThere.ts';
import { renameIntoPlace } from '../files/renameIntoPlace.ts';
import { temporaryName } from '../files/writeAtomically.ts';

/** What SQLite keeps beside a database (sqlite.org/tempfiles.html): they belong to that file and to no other. */
const companions = ['', '-wal', '-shm'];

const stampOf = (at: Date): string => at.toISOString().replaceAll(':', '-');

const sync = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

export type DatabaseRestore = {
  file: string;
  backup: string;
  at: Date;
  /** Makes the copy fit to be used; when it throws, everything stays as it was. */
  prepare: (copy: string) => Promise<void>;
};

const copyPrepared = async ({ file, backup, prepare }: DatabaseRestore): Promise<string> => {
  const temporary = temporaryName(file);
  try {
    await copyFile(backup, temporary);
    await prepare(temporary);
    await sync(temporary);
  } catch (error) {
    await Promise.allSettled(companions.map((end) => rm(`${temporary}${end}`, { force: true })));
    throw error;
  }
  return temporary;
};

/**
 * Puts a copy of `backup` in the place of a database that cannot be used; that one is kept beside it under another
 * name. To be called by the holder of the lock while nobody has the database open. Throws the system's error, and what
 * `prepare` throws.
 */
export const restoreDatabase = async (restore: DatabaseRestore): Promise<void> => {
  const { file, at } = restore;
  const temporary = await copyPrepared(restore);
  const kept = file.replace(/\.db$/, `.unreadable-${stampOf(at)}.db`);
  for (const companion of companions) await ifThere(rename(`${file}${companion}`, `${kept}${companion}`));
  await renameIntoPlace(temporary, file);
};
