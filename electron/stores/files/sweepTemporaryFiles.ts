import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { systemCodeOf } from './storageFailure.ts';

const temporary = /\.tmp-[\w-]+$/;

const namesIn = async (directory: string): Promise<string[]> => {
  try {
    return await readdir(directory);
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return [];
    throw error;
  }
};

/**
 * Removes the unfinished files that a crash left in these directories: they may hold secrets. `prefix` limits it to
 * the files of one store. To be called by the holder of that store's lock, when nobody else is writing.
 */
export const sweepTemporaryFiles = async (directories: readonly string[], prefix = ''): Promise<void> => {
  for (const directory of directories)
    for (const name of await namesIn(directory))
      if (temporary.test(name) && name.startsWith(prefix))
        await rm(path.join(directory, name), { force: true });
};
