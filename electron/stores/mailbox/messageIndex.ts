import { isFailure } from '../../contract/failures.ts';
import { systemCodeOf } from '../files/storageFailure.ts';
import type { ProblemLog } from '../problemLog.ts';
import { describeMessage, describeUnreadable } from './describeMessage.ts';
import type { Envelope, MessageEntry } from './messageEntry.ts';
import type { MessageFiles } from './messageFiles.ts';

export type IndexParts = { files: MessageFiles; maximumMessageBytes: number; log: ProblemLog };
export type KeptMessage = MessageEntry & { id: string; isRead: boolean };

const newestFirst = (one: KeptMessage, other: KeptMessage): number =>
  other.receivedAt.localeCompare(one.receivedAt) || other.id.localeCompare(one.id);

/** What is in the folder now, with the entries that were read once kept in memory. */
export const createMessageIndex = ({ files, maximumMessageBytes, log }: IndexParts) => {
  const known = new Map<string, MessageEntry>();
  const reported = new Set<string>();

  const skip = (file: string, reason: unknown): null => {
    if (!reported.has(file)) log.error('mailbox.fileSkipped', { file, error: reason });
    reported.add(file);
    return null;
  };

  /** The entry of a message; the envelope is null for one that somebody else put into the folder. */
  const describe = async (
    message: Uint8Array,
    envelope: Envelope | null,
    receivedAt: string,
  ): Promise<MessageEntry> => {
    try {
      return await describeMessage(message, envelope, receivedAt);
    } catch (error) {
      log.error('mailbox.messageNotParsed', { receivedAt, error });
      return describeUnreadable(message, envelope, receivedAt);
    }
  };

  /** Makes the entry of a message that has none: it came from elsewhere, or its entry was lost. */
  const adopt = async (id: string): Promise<MessageEntry | null> => {
    const { size, mtime } = await files.stat(id);
    if (size > maximumMessageBytes) return skip(id, 'EFBIG');
    const message = await files.readMessage(id);
    if (message === null) return null;
    const entry = await describe(message, null, mtime.toISOString());
    await files.writeEntry(id, entry);
    return entry;
  };

  const load = async (id: string): Promise<MessageEntry | null> => {
    try {
      return known.get(id) ?? (await files.readEntry(id)) ?? (await adopt(id));
    } catch (error) {
      if (!isFailure(error) && systemCodeOf(error) === null) throw error;
      return skip(id, error);
    }
  };

  return {
    describe,
    /** All messages, newest first. What cannot be read is left out and logged once. */
    list: async (): Promise<KeptMessage[]> => {
      const { ids, read, foreign } = await files.list();
      for (const name of foreign) skip(name, 'its name is no id');
      for (const id of known.keys()) if (!ids.includes(id)) known.delete(id);
      const kept: KeptMessage[] = [];
      for (const id of ids) {
        const entry = await load(id);
        if (entry === null) continue;
        known.set(id, entry);
        kept.push({ ...entry, id, isRead: read.has(id) });
      }
      return kept.sort(newestFirst);
    },
  };
};
