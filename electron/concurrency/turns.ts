import { untilAborted } from './untilAborted.ts';

/** Lets one after the other do its work. */
export type Turns = {
  /** Does `work` when all that came before has ended. Throws the signal's reason, or what `work` throws. */
  take<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result>;
  /** Nobody works, and nobody waits. */
  isIdle(): boolean;
};

/** Makes a place where only one can be at a time, first come, first served. */
export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  let present = 0;
  return {
    isIdle: () => present === 0,
    take: async (signal, work) => {
      const before = last;
      const own = Promise.withResolvers<void>();
      // Who gives up leaves the others waiting for those before.
      last = before.then(() => own.promise);
      present += 1;
      try {
        signal.throwIfAborted();
        await untilAborted(before, signal);
        return await work();
      } finally {
        present -= 1;
        own.resolve();
      }
    },
  };
};
