import { randomUUID } from 'node:crypto';
import type { NoticeKind } from '../../contract/notices/notice.ts';
import type { StoredNotice } from '../../stores/notices/storedNotice.ts';

const hourMs = 3_600_000;

/** How long a mail is worth sending, in ms. */
export const noticeLifeMs: Readonly<Record<NoticeKind, number>> = {
  // A code is made anew with each attempt, so a late mail is still good; after a day nobody waits for it.
  passwordReset: 24 * hourMs,
  passwordChanged: 72 * hourMs,
  alert: 24 * hourMs,
  rehearsal: hourMs,
};

export type NewNotice = Pick<StoredNotice, 'kind' | 'userId' | 'toAddress' | 'language' | 'details'>;

/** A notice that waits and is due at once. `now`: ms since 1970 UTC. */
export const newNotice = (notice: NewNotice, now: number): StoredNotice => ({
  ...notice,
  id: randomUUID(),
  createdAt: now,
  nextAttemptAt: now,
  expiresAt: now + noticeLifeMs[notice.kind],
  attempts: 0,
  state: 'waiting',
  refusedProfile: null,
  lastResult: null,
  messageId: null,
});
