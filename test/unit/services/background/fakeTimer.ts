import type { StartTimer } from '../../../../electron/services/background/alarm.ts';

/** A clock that stands still until a test lets it go on to when somebody wants to be woken. */
export const createFakeTimer = (start: number) => {
  let pending: { at: number; work: () => void } | null = null;
  let told: () => void = () => undefined;
  const fake = {
    now: start,
    startTimer: ((work, ms) => {
      const mine = { at: fake.now + ms, work };
      pending = mine;
      told();
      return () => {
        if (pending === mine) pending = null;
      };
    }) satisfies StartTimer,
    /** Settles when somebody sleeps; gives until when. */
    sleeping: async (): Promise<number> => {
      while (!pending)
        await new Promise<void>((resolve) => {
          told = resolve;
        });
      return pending.at;
    },
    /** Goes on to the end of the sleep, and to the beginning of the next one. */
    goOn: async (): Promise<number> => {
      fake.now = await fake.sleeping();
      const { work } = pending ?? { work: () => undefined };
      pending = null;
      work();
      return fake.sleeping();
    },
  };
  return fake;
};
