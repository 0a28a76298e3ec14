import { copyFile, open, rename } from 'node:fs/promises';
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

/**
 * Puts a copy of `backup` in the place of a database that cannot be used; that one is kept beside it under another
 * name. To be called by the holder of the lock while nobody has the database open. Throws the system's error.
 */
export const restoreDatabase = async (file: string, backup: string, at: Date): Promise<void> => {
  const temporary = temporaryName(file);
  await copyFile(backup, temporary);
  await sync(temporary);
  const kept = file.replace(/\.db$/, `.unreadable-${stampOf(at)}.db`);
  for (const companion of companions) await ifThere(rename(`${file}${companion}`, `${kept}${companion}`));
  await renameIntoPlace(temporary, file);
};
