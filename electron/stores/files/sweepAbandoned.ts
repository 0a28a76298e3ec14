import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ProblemLog } from '../problemLog.ts';
import { ifThere } from './ifThere.ts';

/** No file takes that long to write, in ms: an older one that is not finished is left from a program that crashed. */
const abandonedAfterMs = 60 * 60 * 1_000;

type SweepParts = {
  directory: string;
  /** Whether this name, among all of the directory, is one that a finished write leaves nothing of. */
  isUnfinished: (name: string, names: ReadonlySet<string>) => boolean;
  log: ProblemLog;
};

const removeAbandoned = async ({ directory, isUnfinished }: SweepParts): Promise<void> => {
  const names = new Set((await ifThere(readdir(directory))) ?? []);
  for (const name of names) {
    if (!isUnfinished(name, names)) continue;
    const file = path.join(directory, name);
    const found = await ifThere(stat(file));
    if (found !== null && Date.now() - found.mtimeMs > abandonedAfterMs) await rm(file, { force: true });
  }
};

/**
 * What a store without a lock awaits before anything else: the first time, what an earlier program left unfinished is
 * removed. A refusal is logged: the store works all the same.
 */
export const createAbandonedSweep = (parts: SweepParts): (() => Promise<void>) => {
  const { directory, log } = parts;
  let swept: Promise<void> | null = null;
  const sweep = (): Promise<void> =>
    removeAbandoned(parts).catch((error: unknown) => log.error('files.notSwept', { directory, error }));
  return () => (swept ??= sweep());
};
