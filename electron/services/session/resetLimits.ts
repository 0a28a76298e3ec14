import type { ResetAttempt, ResetLimits } from '../../stores/users/resetAttemptStore.ts';

/** How long an attempt counts, in ms. */
export const resetWindowMs = 3_600_000;

/** In that time. Many people may be behind one machine, a terminal server or a gateway. */
const asked = { perSubject: 5, perMachine: 60 };

const allowed: Readonly<Record<ResetAttempt['step'], Omit<ResetLimits, 'since'>>> = {
  request: asked,
  // Counted by itself: whoever rehearses must keep nobody from asking in earnest.
  rehearsal: asked,
  // A code of 160 bits is not guessed. Whoever tries all the same must keep nobody else on this machine from using theirs.
  guess: { perSubject: 100, perMachine: Number.POSITIVE_INFINITY },
};

/** How many attempts of a step count from when on; `now`: ms since 1970 UTC. */
export const resetLimits = (step: ResetAttempt['step'], now: number): ResetLimits => ({
  since: now - resetWindowMs,
  ...allowed[step],
});
