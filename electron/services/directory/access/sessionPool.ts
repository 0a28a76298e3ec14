import type { OpenController } from '../connection/openController.ts';

/** A session that nobody uses is kept for this long, in ms: the next letter of a search needs no new sign-in. */
const keptMs = 30_000;

type Kept = { session: OpenController; stop: () => void };

/**
 * Keeps sessions that were used for the next use of the same kind: one a key, for half a minute. A session is used by one at a
 * time.
 * @param startTimer gives what stops the timer; it must not keep the program alive.
 */
export const createSessionPool = (startTimer: (work: () => void, ms: number) => () => void) => {
  const kept = new Map<string, Kept>();
  let isClosed = false;

  const take = (key: string): OpenController | null => {
    const found = kept.get(key);
    if (!found) return null;
    kept.delete(key);
    found.stop();
    if (found.session.dialogue.isUsable) return found.session;
    found.session.close();
    return null;
  };

  return {
    take,
    /** Somebody else may have given one back meanwhile: that one goes. After `close` nothing is kept. */
    give: (key: string, session: OpenController): void => {
      if (isClosed || !session.dialogue.isUsable) return session.close();
      take(key)?.close();
      const stop = startTimer(() => {
        if (kept.get(key)?.session === session) kept.delete(key);
        void session.unbind();
      }, keptMs);
      kept.set(key, { session, stop });
    },
    /** Closes what waits, and what is given back from now on. */
    close: (): void => {
      isClosed = true;
      for (const key of [...kept.keys()]) take(key)?.close();
    },
  };
};

export type SessionPool = ReturnType<typeof createSessionPool>;
