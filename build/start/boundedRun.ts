import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Ends a process and all that it started. */
const endTree = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  else process.kill(-child.pid, 'SIGKILL');
};

const endings = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs a program silently for at most `limitMs` milliseconds; then it is ended with its children. It stands in a
 * group of its own, which no signal of the terminal reaches: when this program is told to end, it ends both.
 * @returns whether it ended by itself with success
 */
export const runBounded = async (command: string, args: string[], limitMs: number): Promise<boolean> => {
  const child = spawn(command, args, { stdio: 'ignore', detached: process.platform !== 'win32' });
  const timer = setTimeout(() => endTree(child), limitMs);
  const end = (signal: NodeJS.Signals): void => {
    endTree(child);
    process.kill(process.pid, signal);
  };
  for (const signal of endings) process.once(signal, end);
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    return code === 0;
  } finally {
    for (const signal of endings) process.off(signal, end);
    clearTimeout(timer);
  }
};
