import { fail } from '../../contract/failures.ts';
import type { Message } from '../../contract/mailbox/mailbox.contract.ts';
import type { Envelope } from '../../stores/mailbox/messageEntry.ts';
import type { KeptMessage } from '../../stores/mailbox/messageIndex.ts';
import type { MailboxLimits, MessageStore } from '../../stores/mailbox/messageStore.ts';
import { MessageNotParsed } from '../../stores/mailbox/parseMessage.ts';
import type { ProblemLog } from '../../stores/problemLog.ts';
import { type FoundMessages, type ListRequest, toPage, toSummary } from './messageList.ts';
import { readMessage, type ReadMessage, unparsedMessage } from './readMessage.ts';

export type MailboxParts = { store: MessageStore; limits: MailboxLimits; log: ProblemLog };
export type MessagePage = FoundMessages & { limits: { maximumMessages: number; maximumBytes: number } };
export type MailboxFile = { fileName: string; mediaType: string; base64: string };

const toFile = (fileName: string, mediaType: string, content: Uint8Array): MailboxFile => ({
  fileName,
  mediaType,
  base64: Buffer.from(content).toString('base64'),
});

/** The built-in mailbox: mail that was sent through it is kept on this machine and read here (REQUIREMENTS N06). */
export const createMailboxService = ({ store, limits, log }: MailboxParts) => {
  const find = async (id: string): Promise<KeptMessage> => {
    const message = (await store.list()).find((candidate) => candidate.id === id);
    if (message === undefined) throw fail('NOT_FOUND', {});
    return message;
  };

  /** A message that the parser refuses is shown as it lies on disk. */
  const open = async (id: string): Promise<ReadMessage> => {
    const source = await store.readMessage(id);
    try {
      return await readMessage(source);
    } catch (error) {
      if (!(error instanceof MessageNotParsed)) throw error;
      log.error('mailbox.messageNotParsed', { id, error });
      return unparsedMessage(source);
    }
  };

  return {
    /** Newest first, and how many the mailbox keeps. */
    listMessages: async (request: ListRequest): Promise<MessagePage> => ({
      ...toPage(await store.list(), request),
      limits: { maximumMessages: limits.maximumMessages, maximumBytes: limits.maximumBytes },
    }),

    /** The message taken apart; its HTML as it was sent. NOT_FOUND. */
    getMessage: async (id: string): Promise<Message> => {
      const summary = toSummary(await find(id));
      const { view } = await open(id);
      return { summary, ...view };
    },

    /** NOT_FOUND. */
    getSource: async (id: string): Promise<{ source: string }> => ({
      source: (await store.readMessage(id)).toString('utf8'),
    }),

    /** NOT_FOUND, also for an attachment that is not there. */
    getAttachment: async (id: string, index: number): Promise<MailboxFile> => {
      const { view, contents } = await open(id);
      const attachment = view.attachments[index];
      const content = contents[index];
      if (attachment === undefined || content === undefined) throw fail('NOT_FOUND', {});
      return toFile(attachment.fileName, attachment.mediaType, content);
    },

    /** The message byte for byte, as an .eml file. NOT_FOUND. */
    exportMessage: async (id: string): Promise<MailboxFile> =>
      toFile(`${id}.eml`, 'message/rfc822', await store.readMessage(id)),

    markRead: (id: string): Promise<void> => store.markRead(id),

    /** Gives how many were there. */
    removeMessages: async (ids: readonly string[]): Promise<{ removed: number }> => ({
      removed: await store.remove(ids),
    }),

    /** Keeps a message that was sent through the built-in mailbox and gives its id. STORAGE_FAILED. */
    capture: (message: Uint8Array, envelope: Envelope): Promise<string> => store.add(message, envelope),

    /** The same for a mail of the program. */
    captureOwn: (message: Uint8Array, envelope: Envelope): Promise<string> =>
      store.add(message, envelope, true),
  };
};

export type MailboxService = ReturnType<typeof createMailboxService>;
