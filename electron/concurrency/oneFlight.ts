import { withinTime } from './withinTime.ts';

/**
 * The same work, once at a time: who asks while it runs gets what comes of it. Whoever leaves ends it for nobody else; it has a
 * limit of its own, in ms.
 */
export const oneFlight = <Result>(limitMs: number, work: (signal: AbortSignal) => Promise<Result>) => {
  let flight: Promise<Result> | null = null;
  const start = (): Promise<Result> =>
    withinTime(limitMs, new AbortController().signal, work).finally(() => {
      flight = null;
    });
  /** Throws what `work` throws, TimeLimitError, and the reason of the signal. */
  return (signal: AbortSignal): Promise<Result> => {
    const present = (flight ??= start());
    return withinTime(limitMs, signal, () => present);
  };
};
