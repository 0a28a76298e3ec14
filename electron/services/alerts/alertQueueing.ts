import { type Language, languageOf } from '../../contract/languages.ts';
import type { NoticeQueue } from '../notices/noticeQueue.ts';
import type { DueMail } from './dueMails.ts';

export type AlertQueueingParts = {
  dueMails: (now: number) => Promise<DueMail[]>;
  queue: Pick<NoticeQueue, 'add'>;
  /** For users who have chosen none. */
  language: () => Promise<Language>;
};

/** Puts the mails that are due at a moment (ms since 1970 UTC) into the queue. */
export const createAlertQueueing =
  ({ dueMails, queue, language }: AlertQueueingParts) =>
  async (now: number): Promise<void> => {
    for (const mail of await dueMails(now)) {
      const ids = mail.alerts.map(({ id }) => id).join(',');
      await queue.add({
        ...{ kind: 'alert', userId: mail.userId, toAddress: mail.address, details: { alerts: ids } },
        language: languageOf(mail.language ?? '') ?? (await language()),
      });
      // In this order: who dies in between tells them twice, not never.
      await mail.noteMailed();
    }
  };
