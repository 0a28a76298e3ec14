import type { Notice } from '../../../electron/contract/notices/notice.ts';
import type { Tone } from '../../controls/StateBadge.tsx';

/** How a mail stands, as the log says it: its state, or what it waits for. */
export const noticeStateOf = ({ state, waitsForProfile }: Notice): Notice['state'] | 'stopped' =>
  waitsForProfile ? 'stopped' : state;

export const noticeTones: Readonly<Record<ReturnType<typeof noticeStateOf>, Tone>> = {
  waiting: 'none',
  sending: 'changed',
  delivered: 'good',
  failed: 'bad',
  expired: 'bad',
  stopped: 'warning',
};

/** True when it can be made due again; a rehearsal is begun anew instead. */
export const mayResend = ({ kind, state }: Notice): boolean => kind !== 'rehearsal' && state !== 'sending';
