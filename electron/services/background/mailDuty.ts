import type { NoticeQueue } from '../notices/noticeQueue.ts';
import type { Duty } from './background.ts';

export type MailDutyParts = {
  /** Puts the alerts that are due at this moment (ms since 1970 UTC) into the queue. */
  queueAlerts: (now: number) => Promise<void>;
  queue: Pick<NoticeQueue, 'run' | 'nextAt'>;
  /** ms since 1970 UTC. */
  now: () => number;
};

/** Sends the mails of the program. */
export const createMailDuty = ({ queueAlerts, queue, now }: MailDutyParts): Duty => ({
  name: 'mail',
  run: async (signal) => {
    await queueAlerts(now());
    await queue.run(signal);
    return queue.nextAt();
  },
});
