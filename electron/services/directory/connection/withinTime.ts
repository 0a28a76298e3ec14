import { abortReason } from '../../../protocols/net/abortReason.ts';
import { StageTimeout } from '../../proof/stage.ts';

/** Does work that listens to its signal, for at most so many milliseconds. Throws StageTimeout, or the signal's reason. */
export const withinTime = async <Result>(
  limitMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  signal.throwIfAborted();
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new StageTimeout(limitMs)), limitMs);
  const either = AbortSignal.any([signal, limit.signal]);
  const over = Promise.withResolvers<never>();
  // Who does not listen is left behind.
  const onAbort = (): void => over.reject(abortReason(either));
  either.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work(either), over.promise]);
  } finally {
    clearTimeout(timer);
    either.removeEventListener('abort', onAbort);
  }
};
