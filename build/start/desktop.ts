import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** The exit code of a desktop program that has said itself why it does not open, see `electron/main.ts`. */
const refusedCode = 70;

/** `closed` by its person, `refused` with a message of its own, or `notStarted` at all. */
export type DesktopEnd = 'closed' | 'refused' | 'notStarted';

/**
 * Runs the desktop program until it ends. One that ends with an error before `startLimitMs` never opened its window:
 * a library is missing, for example.
 */
export const runDesktop = async (
  electron: string,
  root: string,
  dataDirectory: string | undefined,
  startLimitMs = 10_000,
): Promise<DesktopEnd> => {
  const startedAt = Date.now();
  let endedByUs = false;
  const end = (): void => {
    endedByUs = true;
    child.kill();
  };
  /** Before the program is there: told to end in between, this one would be gone and the program left alone. */
  process.once('SIGINT', end).once('SIGTERM', end);
  const child = spawn(electron, [path.join(root, 'out/main/main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...(dataDirectory ? { RELAY_CONSOLE_DATA: dataDirectory } : {}) },
  });
  /** No code: it ended by a signal, as where Chromium's sandbox cannot be had, or was never there. */
  const noCode = once(child, 'error').then(() => null);
  const code = await Promise.race([once(child, 'exit').then(([status]) => status as number | null), noCode]);
  process.off('SIGINT', end).off('SIGTERM', end);
  if (code === 0 || endedByUs) return 'closed';
  if (code === refusedCode) return 'refused';
  return code !== null && Date.now() - startedAt > startLimitMs ? 'closed' : 'notStarted';
};
