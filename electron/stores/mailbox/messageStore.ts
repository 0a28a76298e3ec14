import { fail } from '../../contract/failures.ts';
import type { ProblemLog } from '../problemLog.ts';
import { createMessageDescriber } from './messageDescriber.ts';
import type { Envelope } from './messageEntry.ts';
import { createMessageFiles } from './messageFiles.ts';
import { newMessageId } from './messageId.ts';
import { createMessageIndex, type KeptMessage } from './messageIndex.ts';

export type MailboxLimits = {
  maximumMessages: number;
  maximumBytes: number;
  /** Of one message: bigger ones are refused, so that reading one never takes long. */
  maximumMessageBytes: number;
};

export const mailboxLimits: MailboxLimits = {
  maximumMessages: 1_000,
  maximumBytes: 200 * 1024 * 1024,
  maximumMessageBytes: 5 * 1024 * 1024,
};

export type MessageStoreParts = {
  /** Absolute path; made when the first message comes. */
  directory: string;
  limits: MailboxLimits;
  now: () => Date;
  log: ProblemLog;
};

/** Ids of the messages, given newest first, that are too many: the newest stays, however big it is. */
const beyondLimits = (messages: readonly KeptMessage[], limits: MailboxLimits): string[] => {
  let bytes = 0;
  const tooMany = messages.filter(({ sizeBytes }, position) => {
    bytes += sizeBytes;
    return position > 0 && (position >= limits.maximumMessages || bytes > limits.maximumBytes);
  });
  return tooMany.map(({ id }) => id);
};

/** Messages that were sent to the built-in mailbox, as files in a folder (REQUIREMENTS N06). */
export const createMessageStore = ({ directory, limits, now, log }: MessageStoreParts) => {
  const files = createMessageFiles(directory, log);
  const describe = createMessageDescriber(log);
  const { maximumMessageBytes } = limits;
  const index = createMessageIndex({ files, maximumMessageBytes, describe, log });

  const remove = async (ids: readonly string[]): Promise<number> => {
    const there = new Set((await files.list()).ids);
    const removed = ids.filter((id) => there.has(id));
    for (const id of removed) await files.remove(id);
    return removed.length;
  };

  const removeOldest = async (): Promise<void> => {
    await remove(beyondLimits(await index.list(), limits));
  };

  /** By then the new message is kept, so a refusal is logged and not thrown: the next message tries again. */
  const keepWithinLimits = (): Promise<void> =>
    removeOldest().catch((error: unknown) => log.error('mailbox.oldMessagesKept', { directory, error }));

  return {
    list: index.list,
    /** The message as it lies on disk. NOT_FOUND. */
    readMessage: async (id: string): Promise<Buffer> => {
      const message = await files.readMessage(id);
      if (message === null) throw fail('NOT_FOUND', {});
      return message;
    },
    /**
     * Keeps a message (RFC 5322 bytes) and gives its id; `isOfProgram`: it is a mail of the program, which not everybody
     * may read. STORAGE_FAILED, with EFBIG when it is too big.
     */
    add: async (message: Uint8Array, envelope: Envelope, isOfProgram = false): Promise<string> => {
      if (message.byteLength > maximumMessageBytes)
        throw fail('STORAGE_FAILED', { systemCode: 'EFBIG', file: directory });
      const at = now();
      const id = newMessageId(at, isOfProgram);
      await files.writeEntry(id, await describe(message, envelope, at.toISOString()));
      await files.writeMessage(id, message);
      await keepWithinLimits();
      return id;
    },
    /** NOT_FOUND, STORAGE_FAILED. */
    markRead: async (id: string): Promise<void> => {
      const { ids, read } = await files.list();
      if (!ids.includes(id)) throw fail('NOT_FOUND', {});
      if (!read.has(id)) await files.markRead(id);
    },
    /** Gives how many were there. STORAGE_FAILED. */
    remove,
  };
};

export type MessageStore = ReturnType<typeof createMessageStore>;
