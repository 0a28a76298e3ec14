import { open } from 'node:fs/promises';
import type { ProblemLog } from '../problemLog.ts';

/**
 * Makes the names in a directory durable after a rename (fsync(2)). Windows has no such call. By then the new file is
 * in force, so a refusal is logged and not thrown: only a power failure in the next seconds could still undo it.
 */
export const syncDirectory = async (directory: string, log: ProblemLog): Promise<void> => {
  if (process.platform === 'win32') return;
  try {
    const handle = await open(directory, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    log.error('files.directoryNotSynced', { directory, error });
  }
};
