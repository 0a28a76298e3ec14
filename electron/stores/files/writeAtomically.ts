import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { renameIntoPlace } from './renameIntoPlace.ts';

/** Readable and writable by its owner only; Windows ignores it, see `restrictDirectory.ts`. */
export const ownerOnly = 0o600;

const writeNew = async (file: string, content: string | Uint8Array): Promise<void> => {
  const handle = await open(file, 'wx', ownerOnly);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Name of a file that is not finished; `sweepTemporaryFiles` removes those that a crash left behind. */
export const temporaryName = (file: string): string => `${file}.tmp-${randomUUID()}`;

const removeFile = (file: string): Promise<void> => rm(file, { force: true });

/**
 * Replaces a file by one with this content, mode 0600: whoever reads sees all of the old one or all of the new one.
 * Throws the system's error; what then cannot be removed either is swept at the next start.
 */
export const writeAtomically = async (
  file: string,
  content: string | Uint8Array,
  remove = removeFile,
): Promise<void> => {
  const temporary = temporaryName(file);
  try {
    await writeNew(temporary, content);
    await renameIntoPlace(temporary, file);
  } catch (error) {
    await Promise.allSettled([remove(temporary)]);
    throw error;
  }
};
