import { abortReason } from './abortReason.ts';
import { TimeLimitError } from './timeLimitError.ts';

/** Does work that listens to its signal, for at most so many milliseconds. Throws TimeLimitError, or the signal's reason. */
export const withinTime = async <Result>(
  limitMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  signal.throwIfAborted();
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new TimeLimitError(limitMs)), limitMs);
  const either = AbortSignal.any([signal, limit.signal]);
  const over = Promise.withResolvers<never>();
  // Who does not listen is left behind; it listens before the work does, whose own words about the abort do not count.
  const onAbort = (): void => over.reject(abortReason(either));
  either.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work(either), over.promise]);
  } finally {
    clearTimeout(timer);
    either.removeEventListener('abort', onAbort);
  }
};
