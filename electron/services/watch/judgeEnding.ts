import { dayMs } from '../../contract/dayMs.ts';
import type { WatchMark } from '../../stores/watch/watchMarkStore.ts';
import { type Ending, stepOf } from '../ending/endingSteps.ts';

/** What there is to tell of an ending, whatever it is the ending of. */
export type EndingNews = 'expiring' | 'expired' | 'old' | 'renewed';

export type EndingVerdict = {
  state: 'well' | 'expiring' | 'expired' | 'old';
  /** The step that is told by then; null: none. */
  toldStep: number | null;
  news: EndingNews | null;
};

type Told = Pick<WatchMark, 'endsAt' | 'toldStep'>;

const stateOf = (step: number, isAge: boolean): 'expiring' | 'expired' | 'old' => {
  if (step > 0) return 'expiring';
  return isAge ? 'old' : 'expired';
};

/**
 * What counts as told once the clock is before the step that was told last: that one, where it is set a little, so that
 * nothing is told twice; else the clock was wrong, and what comes is told again.
 */
const toldBefore = (told: number, step: number | null, leftMs: number): number | null =>
  leftMs <= (told + 1) * dayMs ? told : step;

/**
 * How an ending stands at a moment (ms since 1970 UTC) and what is to be told: each step once for one end, and that it was put off
 * after something was told. @param before what was seen and told last; null: nothing.
 */
export const judgeEnding = (ending: Ending | null, before: Told | null, now: number): EndingVerdict => {
  if (ending === null) return { state: 'well', toldStep: null, news: null };
  const { endsAt, isAge } = ending;
  const step = stepOf(ending, now);
  const state = step === null ? 'well' : stateOf(step, isAge);
  const told = before?.toldStep ?? null;
  // A clock that was put back renews nothing.
  if (told !== null && before?.endsAt === endsAt) {
    if (step === null || step > told)
      return { state, toldStep: toldBefore(told, step, endsAt - now), news: null };
    return { state, toldStep: step, news: step < told ? stateOf(step, isAge) : null };
  }
  if (step !== null) return { state, toldStep: step, news: stateOf(step, isAge) };
  return { state, toldStep: null, news: told === null ? null : 'renewed' };
};
