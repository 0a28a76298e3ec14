import { TimeLimitError } from '../../concurrency/timeLimitError.ts';
import { personLimitMs } from '../../contract/proof/personLimit.ts';
import { PersonTimeout, type Stage } from './stage.ts';

/** Starts the time of a stage: its own, or that of a person once one was asked. It aborts with TimeLimitError or PersonTimeout. */
export const createStageLimit = ({ timeoutMs, personTimeoutMs = personLimitMs }: Stage) => {
  const limit = new AbortController();
  const abortAfter = (ms: number, reason: Error) => setTimeout(() => limit.abort(reason), ms);
  let timer = abortAfter(timeoutMs, new TimeLimitError(timeoutMs));
  let hasEnded = false;
  return {
    signal: limit.signal,
    /** False: the stage has ended, nobody is to be asked any more. */
    waitForPerson: (): boolean => {
      if (hasEnded || limit.signal.aborted) return false;
      clearTimeout(timer);
      timer = abortAfter(personTimeoutMs, new PersonTimeout(personTimeoutMs));
      return true;
    },
    end: (): void => {
      hasEnded = true;
      clearTimeout(timer);
    },
  };
};
