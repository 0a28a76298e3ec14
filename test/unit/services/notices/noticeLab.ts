import { fail } from '../../../../electron/contract/failures.ts';
import type { StageName } from '../../../../electron/contract/proof/proof.ts';
import type { FindingCode } from '../../../../electron/services/knowledge/findingTable.ts';
import { makeFinding } from '../../../../electron/services/knowledge/makeFinding.ts';
import { MessageNotSent, type OutgoingMessage } from '../../../../electron/services/mail/sendMessage.ts';
import type { NewNotice } from '../../../../electron/services/notices/newNotice.ts';
import { createNoticeQueue, type NoticeSender } from '../../../../electron/services/notices/noticeQueue.ts';
import { createNoticeStore } from '../../../../electron/stores/notices/noticeStore.ts';
import type { TemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';

export const minute = 60_000;
export const hour = 60 * minute;

export const everything = { kind: null, state: null, userId: null, offset: 0, limit: 100 } as const;

/** What a server answers to the next mails; the last one for all that follow. */
export type Answer = 'taken' | Error;

export const refusal = (
  stage: StageName,
  code: FindingCode,
  permanent?: boolean,
  parameters: Record<string, string> = {},
): MessageNotSent => {
  const finding = makeFinding(code, { host: 'relay', ...parameters });
  const reply = { command: 'RCPT TO', code: 550, enhanced: null, text: 'No' };
  return new MessageNotSent(stage, permanent === undefined ? finding : { ...finding, permanent }, reply);
};

/** A sender that notes what it is given, and does what the test says. */
export const createFakeSender = () => {
  const sent: OutgoingMessage[] = [];
  const fake = {
    sent,
    answers: ['taken'] as Answer[],
    profile: 'first profile',
    /** Runs while a mail is being sent. */
    meanwhile: async (): Promise<void> => undefined,
    isMissing: false,
    open: async (): Promise<NoticeSender> => {
      if (fake.isMissing) throw fail('NOT_FOUND', {});
      return {
        profile: fake.profile,
        kind: 'smtp',
        send: async (message) => {
          sent.push(message);
          await fake.meanwhile();
          const answer = fake.answers.length > 1 ? fake.answers.shift() : fake.answers[0];
          if (answer instanceof Error) throw answer;
          return { messageId: `<${sent.length}@corp.example>`, reply: null };
        },
      };
    },
  };
  return fake;
};

export const alert: NewNotice = {
  kind: 'alert',
  userId: null,
  toAddress: 'ops@corp.example',
  language: 'en',
  details: {},
};

/** A queue of a program of its own on this database. */
export const createQueueOf = (
  database: TemporaryDatabase,
  sender: ReturnType<typeof createFakeSender>,
  now: () => number,
) =>
  createNoticeQueue({
    notices: createNoticeStore(database.query),
    openSender: sender.open,
    composers: {
      alert: async ({ toAddress, language }) => ({ to: [toAddress], subject: 'S', text: 'T', language }),
      passwordChanged: async () => null,
    },
    onUndelivered: async () => undefined,
    now,
    log: { error: () => undefined },
  });
