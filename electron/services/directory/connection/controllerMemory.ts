/** Who did not answer is tried last for this long, in ms. */
const avoidedMs = 60_000;

type Named = { host: string };

/**
 * Remembers which controllers answered, for one program: nobody shall wait for a dead one at each sign-in.
 * @param now milliseconds since 1970.
 */
export const createControllerMemory = (now: () => number = Date.now) => {
  const failedAt = new Map<string, number>();
  let lastAnswered: string | null = null;

  const rank = ({ host }: Named): number => {
    const failed = failedAt.get(host);
    if (failed !== undefined && now() - failed < avoidedMs) return 2;
    return host === lastAnswered ? 0 : 1;
  };

  return {
    /** The same controllers: who answered last first, who failed within the last minute last. */
    order: <Controller extends Named>(controllers: readonly Controller[]): Controller[] =>
      controllers.toSorted((one, other) => rank(one) - rank(other)),
    noteAnswer: (host: string): void => {
      failedAt.delete(host);
      lastAnswered = host;
    },
    noteFailure: (host: string): void => {
      failedAt.set(host, now());
      if (lastAnswered === host) lastAnswered = null;
    },
  };
};

export type ControllerMemory = ReturnType<typeof createControllerMemory>;
