import { untilAborted } from '../../concurrency/untilAborted.ts';

/** Lets this time pass, in ms. Throws the signal's reason. */
export const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await untilAborted(promise, signal).finally(() => clearTimeout(timer));
};
