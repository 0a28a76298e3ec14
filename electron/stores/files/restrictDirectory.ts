import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

type Run = (program: string, args: readonly string[]) => Promise<unknown>;

export type RestrictParts = { platform: NodeJS.Platform; environment: NodeJS.ProcessEnv; run: Run };

const execute = promisify(execFile);

const system: RestrictParts = {
  platform: process.platform,
  environment: process.env,
  run: (program, args) => execute(program, [...args], { windowsHide: true, timeout: 15_000 }),
};

/** Well-known SIDs, the same in every language of Windows: SYSTEM, Administrators, OWNER RIGHTS. */
const granted = ['*S-1-5-18', '*S-1-5-32-544', '*S-1-3-4'];

/**
 * Windows has no POSIX modes, and what lies in %ProgramData% is readable by every user. This takes the inherited
 * rights off the data directory and leaves it to the system, the administrators and the owner of each file
 * (`icacls DIR /inheritance:r /grant:r …`). To be called when the directory is made; does nothing elsewhere.
 * Throws when icacls fails: then the files are not protected, and the administrator must be told.
 */
export const restrictDirectory = async (directory: string, parts = system): Promise<void> => {
  if (parts.platform !== 'win32') return;
  const windows = parts.environment['SystemRoot'] ?? String.raw`C:\Windows`;
  const icacls = path.win32.join(windows, 'System32', 'icacls.exe');
  const grants = granted.map((sid) => `${sid}:(OI)(CI)F`);
  await parts.run(icacls, [directory, '/inheritance:r', '/grant:r', ...grants]);
};
