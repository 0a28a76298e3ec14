import { copyFile, open, rm, stat } from 'node:fs/promises';
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
  /** Makes the copy fit to be used. */
  prepare: (copy: string) => Promise<void>;
};

const copyPrepared = async ({ backup, prepare }: DatabaseRestore, copy: string): Promise<void> => {
  await copyFile(backup, copy);
  await prepare(copy);
  await sync(copy);
};

type Move = { from: string; to: string };

/** All or none, as far as the system lets it. */
const moveTogether = async (moves: readonly Move[]): Promise<void> => {
  const done: Move[] = [];
  try {
    for (const move of moves) {
      await renameIntoPlace(move.from, move.to);
      done.unshift(move);
    }
  } catch (error) {
    for (const { from, to } of done) await Promise.allSettled([renameIntoPlace(to, from)]);
    throw error;
  }
};

const present = async (file: string): Promise<string[]> => {
  const found = await Promise.all(companions.map((end) => ifThere(stat(`${file}${end}`))));
  return companions.filter((_, at) => found[at] !== null);
};

/**
 * Puts a copy of `backup` in the place of a database that cannot be used; that one is kept beside it under another
 * name. To be called by the holder of the lock while nobody has the database open. Throws the system's error, and what
 * `prepare` throws; then everything is as it was.
 */
export const restoreDatabase = async (restore: DatabaseRestore): Promise<void> => {
  const { file, at } = restore;
  const copy = temporaryName(file);
  const kept = file.replace(/\.db$/, `.unreadable-${stampOf(at)}.db`);
  try {
    await copyPrepared(restore, copy);
    const aside = (await present(file)).map((end) => ({ from: `${file}${end}`, to: `${kept}${end}` }));
    await moveTogether([...aside, { from: copy, to: file }]);
  } catch (error) {
    await Promise.allSettled(companions.map((end) => rm(`${copy}${end}`, { force: true })));
    throw error;
  }
};
