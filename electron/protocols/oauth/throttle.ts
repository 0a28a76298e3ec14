import { OAuthRefusal } from './oauthError.ts';

/** Remembers when the provider wants to be left alone. */
export type Throttle = {
  /** Throws the refusal again, with what is left of its time, while that has not passed. */
  check(key: string): void;
  note(key: string, error: unknown): void;
};

/** For a provider that says that it is asked too often, but not for how long. */
const usualMs = 60_000;
const longestMs = 3_600_000;

const waitOf = ({ status, retryAfterMs }: OAuthRefusal): number =>
  Math.min(retryAfterMs ?? (status === 429 ? usualMs : 0), longestMs);

/** @param now milliseconds since 1970. */
export const createThrottle = (now: () => number): Throttle => {
  const kept = new Map<string, { refusal: OAuthRefusal; waitMs: number; untilMs: number }>();
  return {
    check: (key) => {
      const found = kept.get(key);
      if (found === undefined) return;
      // Nobody waits for longer because the clock was set back meanwhile.
      found.untilMs = Math.min(found.untilMs, now() + found.waitMs);
      const leftMs = found.untilMs - now();
      if (leftMs > 0) throw new OAuthRefusal({ ...found.refusal, retryAfterMs: leftMs });
      kept.delete(key);
    },
    note: (key, error) => {
      if (!(error instanceof OAuthRefusal)) return;
      const waitMs = waitOf(error);
      if (waitMs > 0) kept.set(key, { refusal: error, waitMs, untilMs: now() + waitMs });
    },
  };
};
