import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ifThere } from './ifThere.ts';

/** True for the name of a file that `writeAtomically` has not finished. */
export const isTemporary = (name: string): boolean => /\.tmp-[\w-]+$/.test(name);

/**
 * Removes the unfinished files that a crash left in these directories: they may hold secrets. `prefix` limits it to
 * the files of one store. To be called by the holder of that store's lock, when nobody else is writing.
 */
export const sweepTemporaryFiles = async (directories: readonly string[], prefix = ''): Promise<void> => {
  for (const directory of directories)
    for (const name of (await ifThere(readdir(directory))) ?? [])
      if (isTemporary(name) && name.startsWith(prefix)) await rm(path.join(directory, name), { force: true });
};
