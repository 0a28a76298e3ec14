import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { systemParts, type SystemParts, windowsFolder } from './directoryRights.ts';

/** Well-known SIDs, the same in every language of Windows: SYSTEM, Administrators, OWNER RIGHTS. */
const granted = ['*S-1-5-18', '*S-1-5-32-544', '*S-1-3-4'];

/**
 * Leaves the data directory to its owner: mode 0700 (POSIX). Windows has no such modes, and what lies in %ProgramData%
 * is readable by every user: there this takes the inherited rights off and leaves it to the system, the
 * administrators and the owner of each file (`icacls DIR /inheritance:r /grant:r …`). Throws when the system refuses:
 * then the files are not protected, and the administrator must be told.
 */
export const restrictDirectory = async (
  directory: string,
  parts: SystemParts = systemParts,
): Promise<void> => {
  if (parts.platform !== 'win32') return chmod(directory, 0o700);
  const icacls = path.win32.join(windowsFolder(parts), 'System32', 'icacls.exe');
  const grants = granted.map((sid) => `${sid}:(OI)(CI)F`);
  await parts.run(icacls, [directory, '/inheritance:r', '/grant:r', ...grants]);
};
