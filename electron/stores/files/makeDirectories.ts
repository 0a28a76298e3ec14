import { mkdir } from 'node:fs/promises';

/** Makes directories that are not there, open to their owner only; one that is there keeps its rights. */
export const makeDirectories = async (directories: readonly string[]): Promise<void> => {
  for (const directory of directories) await mkdir(directory, { recursive: true, mode: 0o700 });
};
