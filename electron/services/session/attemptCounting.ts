import type { LockoutRules } from '../../contract/security/signInRules.ts';
import type { AttemptOrigin, LockoutStore, LockoutSubject } from '../../stores/users/lockoutStore.ts';

/** `locked`: the attempt may not be judged. `isLast`: it is the one that locks, unless it is right. */
type Reserved = { state: 'open' | 'locked'; isLast: boolean };

export type AttemptCountingParts = {
  lockouts: Pick<LockoutStore, 'reserve' | 'release'>;
  rules: () => Promise<LockoutRules>;
  now: () => number;
};

/** Counts attempts by the rules that hold now (U27). */
export const createAttemptCounting = ({ lockouts, rules, now }: AttemptCountingParts) => ({
  /** Counts an attempt as failed before it is judged. Where the limit was lowered meanwhile one locks and is not judged. */
  reserve: async (subject: LockoutSubject, origin: AttemptOrigin): Promise<Reserved> => {
    const { isEnabled, attempts, lockSeconds } = await rules();
    if (!isEnabled) return { state: 'open', isLast: false };
    const failed = await lockouts.reserve(subject, {
      ...{ origin, attempts, now: now(), lockMs: lockSeconds * 1_000 },
    });
    if (failed === null) return { state: 'locked', isLast: false };
    return { state: failed > attempts ? 'locked' : 'open', isLast: failed >= attempts };
  },

  /** Takes back one attempt that nobody judged: it was no guess. */
  release: async (subject: LockoutSubject): Promise<void> => {
    const { isEnabled, attempts } = await rules();
    if (isEnabled) await lockouts.release(subject, attempts);
  },
});

export type AttemptCounting = ReturnType<typeof createAttemptCounting>;
