import { dayMs } from '../../contract/dayMs.ts';
import { longestNoticeDays } from '../../contract/watch/watch.ts';

/** How many days before the end it is told; 0: that it is over. */
const steps = [0, 1, 7, 14, longestNoticeDays] as const;
type EndingStep = (typeof steps)[number];

/** What ends, and when, in ms since 1970 UTC. */
export type Ending = {
  endsAt: number;
  /** From beginning to end, in ms; null: not known. */
  lifeMs: number | null;
  /** Nothing happens on that day, so nobody is told before. */
  isAge: boolean;
};

/** The day is what a person needs, and ISO 8601 is read alike in every language. @param moment in ms since 1970 UTC. */
export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** Days until a moment, rounded up; 0 or less: it is over. */
export const daysUntil = (moment: number, now: number): number => Math.ceil((moment - now) / dayMs);

/**
 * Which step an ending has reached; null: none. What lives shortly is renewed by a machine, and late: the first half of its
 * life is no reason to tell anybody.
 */
export const stepOf = ({ endsAt, lifeMs, isAge }: Ending, now: number): EndingStep | null => {
  const isTold = (step: EndingStep): boolean =>
    step === 0 || (!isAge && (lifeMs === null || step * dayMs <= lifeMs / 2));
  return steps.find((step) => isTold(step) && endsAt - now <= step * dayMs) ?? null;
};

/** True of what lives shortly, in the days in which the end of anything else is told. */
export const isShortLived = (ending: Ending, now: number): boolean =>
  ending.lifeMs !== null && stepOf(ending, now) === null && stepOf({ ...ending, lifeMs: null }, now) !== null;
