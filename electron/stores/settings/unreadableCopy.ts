import { constants, copyFile, rename, stat } from 'node:fs/promises';
import { systemCodeOf } from '../files/storageFailure.ts';
import type { SettingsFault } from './settingsFault.ts';

/** The name says when the file was last written, so that the same file is always kept under the same name. */
const keptName = async (file: string): Promise<string> => {
  const stamp = (await stat(file)).mtime.toISOString().replaceAll(':', '-');
  return file.replace(/\.json$/, `.unreadable-${stamp}.json`);
};

const copyOnce = async (file: string, kept: string): Promise<void> => {
  try {
    await copyFile(file, kept, constants.COPYFILE_EXCL);
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST') throw error;
  }
};

/** Copies a file that cannot be used beside itself and gives the copy's path; null when there is no file. */
export const keepUnreadable = async (file: string, fault: SettingsFault): Promise<string | null> => {
  if (fault.reason === 'missing') return null;
  if (fault.reason === 'access') return file;
  const kept = await keptName(file);
  await copyOnce(file, kept);
  return kept;
};

/** Takes a file that cannot be used out of the way of what replaces it: a file that cannot be read can be renamed. */
export const moveAside = async (file: string, fault: SettingsFault): Promise<void> => {
  const kept = await keepUnreadable(file, fault);
  if (kept === file) await rename(file, await keptName(file));
};
