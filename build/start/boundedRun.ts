import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Ends a process and all that it started. */
const endTree = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  else process.kill(-child.pid, 'SIGKILL');
};

/**
 * Runs a program silently for at most `limitMs` milliseconds; then it is ended with its children.
 * @returns whether it ended by itself with success
 */
export const runBounded = async (command: string, args: string[], limitMs: number): Promise<boolean> => {
  const child = spawn(command, args, { stdio: 'ignore', detached: process.platform !== 'win32' });
  const timer = setTimeout(() => endTree(child), limitMs);
  const end = (): void => endTree(child);
  process.once('SIGINT', end);
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    return code === 0;
  } finally {
    process.off('SIGINT', end);
    clearTimeout(timer);
  }
};
