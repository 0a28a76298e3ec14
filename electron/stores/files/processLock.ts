import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fail } from '../../contract/failures.ts';
import { ownerOnly } from './writeAtomically.ts';

/** Runs one piece of work at a time, in this process and in every other one that uses the same lock file. */
export type ProcessLock = <Result>(work: () => Promise<Result>) => Promise<Result>;

const pollMs = 5;
/** SQLITE_BUSY: somebody else holds the lock. */
const busy = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === busy;

const tryToHold = (file: string): DatabaseSync | null => {
  const holder = new DatabaseSync(file, { timeout: 0 });
  try {
    holder.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return holder;
  } catch (error) {
    holder.close();
    if (isBusy(error)) return null;
    throw error;
  }
};

const hold = async (file: string, patienceMs: number): Promise<DatabaseSync> => {
  await (await open(file, 'a', ownerOnly)).close();
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const holder = tryToHold(file);
    if (holder !== null) return holder;
    if (performance.now() > deadline) throw fail('BUSY', {});
    await wait(pollMs);
  }
};

/**
 * A lock between processes on an empty SQLite database: the operating system holds it (fcntl, LockFileEx) and lets it
 * go the moment its process ends, however it ends, so there is no stale lock to wait for or to judge. Whoever waits
 * longer than `patienceMs` gets BUSY. Not for network shares, where such locks cannot be relied upon.
 */
export const createProcessLock = (file: string, patienceMs = 10_000): ProcessLock => {
  let last: Promise<unknown> = Promise.resolve();
  const held = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const holder = await hold(file, patienceMs);
    try {
      return await work();
    } finally {
      holder.close();
    }
  };
  return (work) => {
    const mine = last.then(() => held(work));
    last = mine.catch(() => undefined);
    return mine;
  };
};
