import type { Notice } from '../../contract/notices/notice.ts';
import type { StoredNotice } from '../../stores/notices/storedNotice.ts';

const toMoment = (ms: number): string => new Date(ms).toISOString();

/** A notice as the delivery log shows it. */
export const toShownNotice = (notice: StoredNotice): Notice => {
  const { refusedProfile, state } = notice;
  const waitsForProfile = refusedProfile !== null;
  const isDue = state === 'waiting' && !waitsForProfile;
  return {
    id: notice.id,
    kind: notice.kind,
    userId: notice.userId,
    toAddress: notice.toAddress,
    language: notice.language,
    createdAt: toMoment(notice.createdAt),
    nextAttemptAt: isDue ? toMoment(notice.nextAttemptAt) : null,
    expiresAt: toMoment(notice.expiresAt),
    attempts: notice.attempts,
    state,
    waitsForProfile,
    result: notice.lastResult,
    messageId: notice.messageId,
  };
};
