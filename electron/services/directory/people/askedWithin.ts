import { fail, isFailure } from '../../../contract/failures.ts';
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
  const signal = AbortSignal.timeout(limitMs);
  try {
    return await ask(signal);
  } catch (error) {
    if (!signal.aborted || isFailure(error)) throw error;
    throw fail('DIRECTORY_UNREACHABLE', { finding: makeFinding('ldapTimedOut', {}) }, error);
  }
};
