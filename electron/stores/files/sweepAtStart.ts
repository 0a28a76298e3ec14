import type { ProblemLog } from '../problemLog.ts';
import { makeDirectories } from './makeDirectories.ts';
import type { ProcessLock } from './processLock.ts';

type SweepParts = { directory: string; lock: ProcessLock; sweep: () => Promise<void>; log: ProblemLog };

/**
 * What a store awaits before anything else: the first time, the directory is made and what an earlier program left
 * unfinished when it crashed is swept away. A refusal is logged: a store that can only be read is still worth reading.
 */
export const createSweepAtStart = ({ directory, lock, sweep, log }: SweepParts): (() => Promise<void>) => {
  let swept: Promise<void> | null = null;
  const start = async (): Promise<void> => {
    try {
      await makeDirectories([directory]);
      await lock(sweep);
    } catch (error) {
      log.error('files.notSwept', { directory, error });
    }
  };
  return () => (swept ??= start());
};
