import os from 'node:os';
import path from 'node:path';

/** XDG Base Directory Specification: what is empty or relative counts as not set. */
const userFolder = (chosen = ''): string =>
  path.isAbsolute(chosen) ? chosen : path.join(os.homedir(), '.config');

/**
 * The folder that holds settings, vault and mailbox: the argument, else RELAY_CONSOLE_DATA, else the place that the
 * system has for it. On Windows that is machine-wide, because several administrators share one console.
 */
export const dataDirectory = (
  argument: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string => {
  const chosen = argument || environment['RELAY_CONSOLE_DATA']?.trim();
  if (chosen) return path.resolve(chosen);
  if (platform === 'win32')
    return path.win32.join(environment['ProgramData'] || String.raw`C:\ProgramData`, 'Relay Console');
  return path.join(userFolder(environment['XDG_CONFIG_HOME']), 'relay-console');
};
