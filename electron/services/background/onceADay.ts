import { dayMs } from '../../contract/dayMs.ts';
import type { Duty } from './background.ts';

/**
 * Does work at the first turn, and from then on once a day; what failed is done again after a day, too. A turn gives when the
 * next one is due, in ms since 1970 UTC.
 * @param now ms since 1970 UTC.
 */
export const onceADay = (now: () => number, work: (signal: AbortSignal) => Promise<unknown>): Duty['run'] => {
  let doneAt = -Infinity;
  return async (signal) => {
    // A clock that was put back must not put it off.
    if (now() >= doneAt && now() < doneAt + dayMs) return doneAt + dayMs;
    doneAt = now();
    await work(signal);
    return doneAt + dayMs;
  };
};
