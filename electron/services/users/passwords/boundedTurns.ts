import { fail } from '../../../contract/failures.ts';

/** Runs at most so many pieces of work at once; the others wait in the order in which they came. */
export type BoundedTurns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** When `waitingAtMost` wait already, the next one is refused with BUSY instead of waiting for minutes. */
export const createBoundedTurns = (atOnce: number, waitingAtMost: number): BoundedTurns => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const take = async (): Promise<void> => {
    if (running < atOnce) running += 1;
    else if (waiting.length >= waitingAtMost) throw fail('BUSY', {});
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  /** Who waits gets the place at once, so that nobody who comes later can take it. */
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return async (work) => {
    await take();
    try {
      return await work();
    } finally {
      leave();
    }
  };
};
