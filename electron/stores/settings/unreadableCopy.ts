import { readFile, rename, stat } from 'node:fs/promises';
import { ifThere } from '../files/ifThere.ts';
import { writeAtomically } from '../files/writeAtomically.ts';
import type { SettingsFault } from './settingsFault.ts';

/** The name says when the file was last written, so that the same file is always kept under the same name. */
const keptName = async (file: string): Promise<string> => {
  const stamp = (await stat(file)).mtime.toISOString().replaceAll(':', '-');
  return file.replace(/\.json$/, `.unreadable-${stamp}.json`);
};

/**
 * Copies a file that cannot be used beside itself, whole and synced, and gives the copy's path; null when there is no
 * file. Throws the system's error.
 */
export const keepUnreadable = async (file: string, fault: SettingsFault): Promise<string | null> => {
  if (fault.reason === 'missing') return null;
  if (fault.reason === 'access') return file;
  const kept = await keptName(file);
  const content = await readFile(file);
  const isKept = (await ifThere(readFile(kept)))?.equals(content) ?? false;
  if (!isKept) await writeAtomically(kept, content);
  return kept;
};

/**
 * Makes sure that a file that cannot be used outlasts what will replace it: a copy is kept; a file that cannot be read
 * can be renamed. Throws the system's error.
 */
export const moveAside = async (file: string, fault: SettingsFault): Promise<void> => {
  const kept = await keepUnreadable(file, fault);
  if (kept === file) await rename(file, await keptName(file));
};
