import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ifThere } from '../../stores/files/ifThere.ts';
import { makeDirectories } from '../../stores/files/makeDirectories.ts';
import { restrictDirectory } from '../../stores/files/restrictDirectory.ts';
import { storing } from '../../stores/files/storageFailure.ts';
import { writeAtomically } from '../../stores/files/writeAtomically.ts';
import { UsageError } from './usageError.ts';

/** Keeps a person signed in from one command to the next. Throws STORAGE_FAILED; `read` also UsageError. */
export type SessionFile = {
  /** The token of the session; null: there is no file. */
  read: () => Promise<string | null>;
  write: (token: string) => Promise<void>;
  remove: () => Promise<void>;
};

/** Where a person's own files lie, on Windows in the profile; elsewhere as the XDG Base Directory Specification says. */
const ownFolder = (environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string => {
  const home = os.homedir();
  if (platform === 'win32')
    return path.join(environment['LOCALAPPDATA'] || path.join(home, 'AppData', 'Local'), 'Relay Console');
  const chosen = environment['XDG_STATE_HOME'] ?? '';
  return path.join(path.isAbsolute(chosen) ? chosen : path.join(home, '.local', 'state'), 'relay-console');
};

/**
 * The token in a file. UsageError, as ssh has it for its keys, when the file belongs to somebody else or others have rights
 * to it: they know the token, or put it there. Windows has no such mode; there the folder keeps others out.
 */
const readToken = async (file: string, platform: NodeJS.Platform): Promise<string> => {
  await using handle = await open(file);
  const { uid, mode } = await handle.stat();
  if (platform !== 'win32' && (uid !== process.getuid?.() || (mode & 0o077) !== 0))
    throw new UsageError('sessionFileOpen', { file });
  return await handle.readFile('utf8');
};

/**
 * The file of this person for one data folder. It lies elsewhere: several people share a data folder. Mode 0600 in a folder
 * of mode 0700; on Windows only its owner, the administrators and the system get at the folder.
 */
export const createSessionFile = (
  dataFolder: string,
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): SessionFile => {
  const folder = path.join(ownFolder(environment, platform), 'sessions');
  const file = path.join(folder, createHash('sha256').update(dataFolder).digest('hex').slice(0, 32));
  return {
    read: () => storing(file, () => ifThere(readToken(file, platform))),
    write: (token) =>
      storing(file, async () => {
        await makeDirectories([folder]);
        await restrictDirectory(folder);
        await writeAtomically(file, token);
      }),
    remove: () => storing(file, () => rm(file, { force: true })),
  };
};
