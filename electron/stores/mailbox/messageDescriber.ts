import type { ProblemLog } from '../problemLog.ts';
import { describeMessage, describeUnreadable } from './describeMessage.ts';
import type { Envelope, MessageEntry } from './messageEntry.ts';
import { MessageNotParsed } from './parseMessage.ts';

/** Makes the entry of a message; the envelope is null for one that somebody else put into the folder. */
export type DescribeMessage = (
  message: Uint8Array,
  envelope: Envelope | null,
  receivedAt: string,
) => Promise<MessageEntry>;

/** Describes every message: of one that cannot be parsed, which is logged, what its envelope says. */
export const createMessageDescriber =
  (log: ProblemLog): DescribeMessage =>
  async (message, envelope, receivedAt) => {
    try {
      return await describeMessage(message, envelope, receivedAt);
    } catch (error) {
      if (!(error instanceof MessageNotParsed)) throw error;
      log.error('mailbox.messageNotParsed', { receivedAt, error });
      return describeUnreadable(message, envelope, receivedAt);
    }
  };
