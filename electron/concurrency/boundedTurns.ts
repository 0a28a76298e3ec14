import { fail } from '../contract/failures.ts';

type Around = <Result>(work: () => Promise<Result>) => Promise<Result>;

export type BoundedTurns = {
  /** Runs work that needs turns. BUSY, before any of it is done, when `places` are taken: it would wait for minutes. */
  inPlace: Around;
  /** Runs one piece of that work: at most so many at once; the others wait in the order in which they came. */
  inTurn: Around;
};

/** Runs at most `atOnce` pieces of work at once, and lets no more than `places` in to wait for it. */
export const createBoundedTurns = (atOnce: number, places: number): BoundedTurns => {
  const waiting: (() => void)[] = [];
  let running = 0;
  let taken = 0;
  const take = async (): Promise<void> => {
    if (running < atOnce) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  /** Who waits gets the turn at once, so that nobody who comes later can take it. */
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    inPlace: async (work) => {
      if (taken >= places) throw fail('BUSY', {});
      taken += 1;
      try {
        return await work();
      } finally {
        taken -= 1;
      }
    },
    inTurn: async (work) => {
      await take();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
};
