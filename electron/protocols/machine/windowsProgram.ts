import path from 'node:path';

/** A program of Windows itself: by its bare name, one of the current folder could run instead. */
export const windowsProgram = (name: string, environment: NodeJS.ProcessEnv): string =>
  path.win32.join(environment['SystemRoot'] || String.raw`C:\Windows`, 'System32', name);
