import { untilAborted } from './untilAborted.ts';

/** Lets one after the other do its work. */
export type Turns = {
  /**
   * Waits until all that came before has ended, and gives what ends the own turn, to be called once. Throws the signal's
   * reason. @param signal null: nobody gives up.
   */
  begin(signal: AbortSignal | null): Promise<() => void>;
  /** Does `work` in a turn of its own. Throws as `begin`, and what `work` throws. */
  take<Result>(signal: AbortSignal | null, work: () => Promise<Result>): Promise<Result>;
  /** Nobody works, and nobody waits. */
  isIdle(): boolean;
};

/** Makes a place where only one can be at a time, first come, first served. */
export const createTurns = (): Turns => {
  let last: Promise<void> = Promise.resolve();
  let present = 0;

  const begin = async (signal: AbortSignal | null): Promise<() => void> => {
    const before = last;
    const own = Promise.withResolvers<void>();
    const end = (): void => {
      present -= 1;
      own.resolve();
    };
    // Who gives up leaves the others waiting for those before.
    last = before.then(() => own.promise);
    present += 1;
    try {
      signal?.throwIfAborted();
      await (signal === null ? before : untilAborted(before, signal));
      return end;
    } catch (error) {
      end();
      throw error;
    }
  };

  return {
    begin,
    take: async (signal, work) => {
      const end = await begin(signal);
      try {
        return await work();
      } finally {
        end();
      }
    },
    isIdle: () => present === 0,
  };
};
