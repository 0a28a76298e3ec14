import type { Notice } from '../../../electron/contract/notices/notice.ts';
import type { Tone } from '../../controls/StateBadge.tsx';

/** How a mail stands, as the log says it: its state, what it waits for, or that nobody gets it (`kept`). */
export const noticeStateOf = ({
  state,
  waitsForProfile,
  result,
}: Pick<Notice, 'state' | 'waitsForProfile' | 'result'>): Notice['state'] | 'stopped' | 'kept' => {
  if (waitsForProfile) return 'stopped';
  const isKept = state === 'delivered' && result?.outcome === 'accepted' && result.by === 'capture';
  return isKept ? 'kept' : state;
};

export const noticeTones: Readonly<Record<ReturnType<typeof noticeStateOf>, Tone>> = {
  waiting: 'none',
  sending: 'changed',
  delivered: 'good',
  failed: 'bad',
  expired: 'bad',
  stopped: 'warning',
  kept: 'warning',
};

/** True when it can be made due again; a rehearsal is begun anew instead. */
export const mayResend = ({ kind, state }: Notice): boolean => kind !== 'rehearsal' && state !== 'sending';
