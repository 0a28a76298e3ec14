import { mkdir, readdir } from 'node:fs/promises';
import type { ProblemLog } from '../problemLog.ts';
import { type DirectoryRights, readDirectoryRights } from './directoryRights.ts';
import { restrictDirectory } from './restrictDirectory.ts';

/** The folder that secrets would lie in is not safe; `reason` names the text that tells people (`cli:usage`). */
export class UnsafeDirectory extends Error {
  readonly reason: 'dataFolderForeign' | 'dataFolderOpen';

  constructor(reason: UnsafeDirectory['reason'], directory: string) {
    super(`${reason}: ${directory}`);
    this.name = 'UnsafeDirectory';
    this.reason = reason;
  }
}

const system = { readRights: readDirectoryRights, restrict: restrictDirectory };

/** Names that the stores give to their files and folders. */
const ourNames = /^(?:settings|vault|mailbox|proofs|backups|revisions|staging)\b/;

const restrictExisting = async (
  directory: string,
  rights: DirectoryRights,
  restrict: typeof system.restrict,
): Promise<void> => {
  const { isOwn, access } = rights;
  if (!isOwn) throw new UnsafeDirectory('dataFolderForeign', directory);
  if (access === 'owner') return;
  const names = await readdir(directory);
  if (names.length > 0 && (access === 'writable' || !names.some((name) => ourNames.test(name))))
    throw new UnsafeDirectory('dataFolderOpen', directory);
  await restrict(directory);
};

/**
 * Makes the directory that holds settings, vault and mailbox when it is not there, and sees to it at every start that
 * nobody but its owner, the administrators and the system gets at it. Throws when somebody else owns it (who made it
 * first reads what comes into it), when others could have put files into it, and when it serves something else.
 * Rights that cannot be read or set (a blocked PowerShell or icacls, a file system without them) are logged, and the
 * answer is then false, because nobody knows who gets at it. Throws UnsafeDirectory.
 */
export const openDataDirectory = async (
  directory: string,
  log: ProblemLog,
  { readRights, restrict } = system,
): Promise<boolean> => {
  const made = await mkdir(directory, { recursive: true, mode: 0o700 });
  try {
    if (made !== undefined) await restrict(directory);
    else await restrictExisting(directory, await readRights(directory), restrict);
    return true;
  } catch (error) {
    if (error instanceof UnsafeDirectory) throw error;
    // A machine that forbids these programs must still be able to send mail.
    log.error('dataDirectory.notRestricted', { directory, error });
    return false;
  }
};
