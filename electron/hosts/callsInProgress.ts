/** Counts the calls that run, so that nothing they use is taken away from them. */
export const createCallsInProgress = () => {
  const running = new Set<Promise<void>>();
  return {
    /** Gives what says that the call is over. */
    begin: (): (() => void) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      running.add(promise);
      return () => {
        running.delete(promise);
        resolve();
      };
    },

    /** Settles when those that run now are over, after so many ms at the latest. */
    settle: async (patienceMs: number): Promise<void> => {
      const { promise: tooLong, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, patienceMs);
      await Promise.race([Promise.all(running), tooLong]);
      clearTimeout(timer);
    },
  };
};

export type CallsInProgress = ReturnType<typeof createCallsInProgress>;
