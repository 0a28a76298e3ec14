import os from 'node:os';
import path from 'node:path';

/**
 * The folder that holds settings, vault and mailbox: the argument, else RELAY_CONSOLE_DATA, else the place that the
 * system has for it. On Windows that is machine-wide, because several administrators share one console.
 */
export const dataDirectory = (
  argument: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string => {
  const chosen = argument ?? environment['RELAY_CONSOLE_DATA'];
  if (chosen) return path.resolve(chosen);
  if (platform === 'win32')
    return path.win32.join(environment['ProgramData'] ?? String.raw`C:\ProgramData`, 'Relay Console');
  const base = environment['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config');
  return path.join(base, 'relay-console');
};
