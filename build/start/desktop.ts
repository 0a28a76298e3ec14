import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** An Electron that ends with an error so soon never opened its window: a library is missing, for example. */
const startLimitMs = 10_000;

/** The exit code of a desktop program that has said itself why it does not open, see `electron/main.ts`. */
const refusedCode = 70;

/** `closed` by its person, `refused` with a message of its own, or `notStarted` at all. */
export type DesktopEnd = 'closed' | 'refused' | 'notStarted';

/** Runs the desktop program until it ends. */
export const runDesktop = async (
  electron: string,
  root: string,
  dataDirectory: string | undefined,
): Promise<DesktopEnd> => {
  const startedAt = Date.now();
  const child = spawn(electron, [path.join(root, 'out/main/main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...(dataDirectory ? { RELAY_CONSOLE_DATA: dataDirectory } : {}) },
  });
  let endedByUs = false;
  const end = (): void => {
    endedByUs = true;
    child.kill();
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  /** No code: it ended by a signal, as where Chromium's sandbox cannot be had, or was never there. */
  const noCode = once(child, 'error').then(() => null);
  const code = await Promise.race([once(child, 'exit').then(([status]) => status as number | null), noCode]);
  process.off('SIGINT', end).off('SIGTERM', end);
  if (code === 0 || endedByUs) return 'closed';
  if (code === refusedCode) return 'refused';
  return Date.now() - startedAt > startLimitMs ? 'closed' : 'notStarted';
};
