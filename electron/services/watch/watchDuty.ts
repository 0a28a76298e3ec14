import type { Duty } from '../background/background.ts';
import { onceADay } from '../background/onceADay.ts';
import type { WatchService } from './watchService.ts';

export type WatchDutyParts = {
  watch: Pick<WatchService, 'run'>;
  /** ms since 1970 UTC. */
  now: () => number;
};

/** Looks when the program starts, and from then on once a day; what failed is tried again after a day, too. */
export const createWatchDuty = ({ watch, now }: WatchDutyParts): Duty => ({
  name: 'watch',
  run: onceADay(now, (signal) => watch.run(signal)),
});
