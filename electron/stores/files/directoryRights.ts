import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

export type DirectoryRights = {
  /** It belongs to this user, to the administrators or to the system. */
  isOwn: boolean;
  /** What users who are none of these may do with it. */
  access: 'owner' | 'readable' | 'writable';
};

/** Runs a program and gives its standard output; without `environment` in that of this process. */
export type Run = (
  program: string,
  args: readonly string[],
  environment?: NodeJS.ProcessEnv,
) => Promise<string>;

export type SystemParts = {
  platform: NodeJS.Platform;
  environment: NodeJS.ProcessEnv;
  /** Undefined on Windows. */
  userId: number | undefined;
  run: Run;
};

const execute = promisify(execFile);

export const systemParts: SystemParts = {
  platform: process.platform,
  environment: process.env,
  userId: process.getuid?.(),
  run: async (program, args, env) => {
    const { stdout } = await execute(program, [...args], {
      ...{ windowsHide: true, timeout: 15_000 },
      ...(env ? { env } : {}),
    });
    return stdout;
  },
};

/** The folder of Windows itself. */
export const windowsFolder = ({ environment }: Pick<SystemParts, 'environment'>): string =>
  environment['SystemRoot'] || String.raw`C:\Windows`;

/** SDDL names of the administrators, of the system, and of the administrators built into machine and domain. */
const administrators = new Set(['BA', 'SY', 'LA', 'DA', 'EA']);

const ownSid = async (parts: SystemParts): Promise<string | undefined> => {
  const whoami = path.win32.join(windowsFolder(parts), 'System32', 'whoami.exe');
  return /S-1-[\d-]+/.exec(await parts.run(whoami, ['/user', '/fo', 'csv', '/nh']))?.[0];
};

/**
 * Reads owner and rights as SDDL (MS-DTYP 2.5.1). `P` behind `D:`: nothing is inherited from the parent, whose rights
 * let every user write where the parent is %ProgramData%. What the owner granted besides is the owner's decision. The
 * environment has nothing else in it, because a PSModulePath of PowerShell 7 keeps this one from finding Get-Acl.
 */
const readWindowsRights = async (directory: string, parts: SystemParts): Promise<DirectoryRights> => {
  const windows = windowsFolder(parts);
  const powershell = path.win32.join(windows, String.raw`System32\WindowsPowerShell\v1.0\powershell.exe`);
  const command = '(Get-Acl -LiteralPath $env:RELAY_CONSOLE_FOLDER).Sddl';
  const sddl = await parts.run(powershell, ['-NoProfile', '-NonInteractive', '-Command', command], {
    SystemRoot: windows,
    RELAY_CONSOLE_FOLDER: directory,
  });
  const [, owner, flags] = /^O:(S-[\d-]+|[A-Z]{2})(?:G:.*?)?D:([A-Z]*)\(/.exec(sddl.trim()) ?? [];
  if (owner === undefined || flags === undefined)
    throw new Error(`The owner and the rights of ${directory} cannot be read`);
  return {
    isOwn: administrators.has(owner) || owner === (await ownSid(parts)),
    access: /^(?:AR|AI)*P/.test(flags) ? 'owner' : 'writable',
  };
};

const readPosixRights = async (directory: string, userId: number | undefined): Promise<DirectoryRights> => {
  const { uid, mode } = await stat(directory);
  const access = mode & 0o022 ? 'writable' : mode & 0o077 ? 'readable' : 'owner';
  return { isOwn: uid === userId || uid === 0, access };
};

/** Who owns a directory and who else may do what with it. Throws when that cannot be read. */
export const readDirectoryRights = (directory: string, parts = systemParts): Promise<DirectoryRights> =>
  parts.platform === 'win32' ? readWindowsRights(directory, parts) : readPosixRights(directory, parts.userId);
