import type { WatchState } from '../../../electron/contract/watch/watch.ts';
import type { Tone } from '../../controls/StateBadge.tsx';

/** How a state of something watched looks. */
export const watchTones: Readonly<Record<WatchState, Tone>> = {
  well: 'good',
  expiring: 'warning',
  old: 'warning',
  expired: 'bad',
  silent: 'bad',
  unseen: 'none',
};
