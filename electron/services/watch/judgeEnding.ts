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
 * How an ending stands at a moment (ms since 1970 UTC) and what is to be told: each step once for one end, and that it was put off
 * after something was told. @param before what was seen and told last; null: nothing.
 */
export const judgeEnding = (ending: Ending | null, before: Told | null, now: number): EndingVerdict => {
  const told = before?.toldStep ?? null;
  const step = ending && stepOf(ending, now);
  // A clock that was put back renews nothing.
  const isSame = ending !== null && before?.endsAt === ending.endsAt;
  if (ending === null) return { state: 'well', toldStep: null, news: null };
  if (step === null)
    return { state: 'well', toldStep: null, news: told === null || isSame ? null : 'renewed' };
  const toldOfThis = isSame ? told : null;
  const state = stateOf(step, ending.isAge);
  return toldOfThis === null || step < toldOfThis
    ? { state, toldStep: step, news: state }
    : { state, toldStep: toldOfThis, news: null };
};
