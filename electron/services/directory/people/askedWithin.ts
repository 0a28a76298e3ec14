import { TimeLimitError } from '../../../concurrency/timeLimitError.ts';
import { withinTime } from '../../../concurrency/withinTime.ts';
import { fail } from '../../../contract/failures.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';

/** What finding out who somebody is, and in which groups, may take in all, in ms. */
export const longestAskingMs = 30_000;

/**
 * Asks the directory for at most so many ms, however many controllers are tried; what was begun is given up then.
 * DIRECTORY_UNREACHABLE when it takes longer.
 */
export const askedWithin = async <Result>(
  limitMs: number,
  ask: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  try {
    return await withinTime(limitMs, new AbortController().signal, ask);
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    throw fail('DIRECTORY_UNREACHABLE', { finding: makeFinding('ldapTimedOut', {}) }, error);
  }
};
