import { abortReason } from './abortReason.ts';

/**
 * What work gives that cannot be called off, such as a question to the system's resolver: when the signal aborts
 * before, its reason is thrown and the work is left behind.
 */
export const untilAborted = <Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> => {
  const aborted = Promise.withResolvers<never>();
  const onAbort = (): void => aborted.reject(abortReason(signal));
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  return Promise.race([work, aborted.promise]).finally(() => signal.removeEventListener('abort', onAbort));
};
