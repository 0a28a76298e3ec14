import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** An Electron that ends with an error so soon never opened its window: a library is missing, for example. */
const startLimitMs = 10_000;

/**
 * Runs the desktop program until it is closed.
 * @returns false when it could not start
 */
export const runDesktop = async (
  electron: string,
  root: string,
  dataDirectory: string | undefined,
): Promise<boolean> => {
  const startedAt = Date.now();
  const child = spawn(electron, [path.join(root, 'out/main/main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...(dataDirectory ? { RELAY_CONSOLE_DATA: dataDirectory } : {}) },
  });
  const end = (): void => void child.kill();
  process.once('SIGINT', end).once('SIGTERM', end);
  const failed = once(child, 'error').then(() => 1);
  const code = await Promise.race([once(child, 'exit').then(([status]) => status as number | null), failed]);
  process.off('SIGINT', end).off('SIGTERM', end);
  return code === 0 || code === null || Date.now() - startedAt > startLimitMs;
};
