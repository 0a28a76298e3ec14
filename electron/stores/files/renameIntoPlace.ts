import { rename } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { systemCodeOf } from './storageFailure.ts';

/** Windows refuses to replace a file that a virus scanner or a backup program holds for a moment. */
const momentary = new Set(['EPERM', 'EBUSY', 'EACCES']);
const attempts = 20;
const pauseMs = 25;

export type RenameParts = {
  rename: (from: string, to: string) => Promise<void>;
  platform: NodeJS.Platform;
  pause: () => Promise<unknown>;
};

const system: RenameParts = { rename, platform: process.platform, pause: () => wait(pauseMs) };

/**
 * Puts the file `from` in the place of `to`, in one step. On Windows a refusal that may pass is tried again for half
 * a second; elsewhere, and after that, the system's error is thrown.
 */
export const renameIntoPlace = async (from: string, to: string, parts = system): Promise<void> => {
  for (let left = attempts; ; left -= 1) {
    try {
      return await parts.rename(from, to);
    } catch (error) {
      const mayPass = parts.platform === 'win32' && momentary.has(systemCodeOf(error) ?? '');
      if (!mayPass || left <= 1) throw error;
      await parts.pause();
    }
  }
};
