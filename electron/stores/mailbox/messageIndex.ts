import type { ProblemLog } from '../problemLog.ts';
import { createEntryLoading, type LoadingParts, type SkipFile } from './entryLoading.ts';
import type { MessageEntry } from './messageEntry.ts';

export type IndexParts = Omit<LoadingParts, 'skip'> & { log: ProblemLog };
export type KeptMessage = MessageEntry & { id: string; isRead: boolean };

const newestFirst = (one: KeptMessage, other: KeptMessage): number =>
  other.receivedAt.localeCompare(one.receivedAt) || other.id.localeCompare(one.id);

const createSkipping = (log: ProblemLog): SkipFile => {
  const reported = new Set<string>();
  return (file, reason) => {
    if (!reported.has(file)) log.error('mailbox.fileSkipped', { file, reason });
    reported.add(file);
    return null;
  };
};

/** What is in the folder now, with the entries that were read once kept in memory. */
export const createMessageIndex = ({ log, ...parts }: IndexParts) => {
  const known = new Map<string, MessageEntry>();
  const skip = createSkipping(log);
  const load = createEntryLoading({ ...parts, skip });

  return {
    /** All messages, newest first. What cannot be read is left out and logged once. */
    list: async (): Promise<KeptMessage[]> => {
      const { ids, read, foreign } = await parts.files.list();
      for (const name of foreign) skip(name, 'foreignName');
      for (const id of known.keys()) if (!ids.includes(id)) known.delete(id);
      const kept: KeptMessage[] = [];
      for (const id of ids) {
        const entry = known.get(id) ?? (await load(id));
        if (entry === null) continue;
        known.set(id, entry);
        kept.push({ ...entry, id, isRead: read.has(id) });
      }
      return kept.sort(newestFirst);
    },
  };
};
