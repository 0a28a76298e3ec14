import type { Duty } from '../background/background.ts';
import { dayMs } from '../ending/endingSteps.ts';
import type { WatchService } from './watchService.ts';

export type WatchDutyParts = {
  watch: Pick<WatchService, 'run'>;
  /** ms since 1970 UTC. */
  now: () => number;
};

/** Looks when the program starts, and from then on once a day; what failed is tried again after a day, too. */
export const createWatchDuty = ({ watch, now }: WatchDutyParts): Duty => {
  let lookedAt = -Infinity;
  return {
    name: 'watch',
    run: async (signal) => {
      // A clock that was put back must not put the look off.
      if (now() >= lookedAt && now() < lookedAt + dayMs) return lookedAt + dayMs;
      lookedAt = now();
      await watch.run(signal);
      return lookedAt + dayMs;
    },
  };
};
