import { isFailure } from '../../contract/failures.ts';
import { systemCodeOf } from '../files/storageFailure.ts';
import type { DescribeMessage } from './messageDescriber.ts';
import type { MessageEntry } from './messageEntry.ts';
import type { MessageFiles } from './messageFiles.ts';

/** Says why a file of the folder is left out: the system's refusal, or a reason of the mailbox. */
export type SkipFile = (file: string, reason: 'tooBig' | 'foreignName' | Error) => null;

export type LoadingParts = {
  files: MessageFiles;
  maximumMessageBytes: number;
  describe: DescribeMessage;
  skip: SkipFile;
};

/** Gives the entry of a message; null for one that has gone or cannot be taken, which is said to `skip`. */
export const createEntryLoading = ({ files, maximumMessageBytes, describe, skip }: LoadingParts) => {
  /** Makes the entry of a message that has none: it came from elsewhere, or its entry was lost. */
  const adopt = async (id: string): Promise<MessageEntry | null> => {
    const { size, mtime } = await files.stat(id);
    if (size > maximumMessageBytes) return skip(`${id}.eml`, 'tooBig');
    const message = await files.readMessage(id);
    if (message === null) return null;
    const entry = await describe(message, null, mtime.toISOString());
    await files.writeEntry(id, entry);
    return entry;
  };

  return async (id: string): Promise<MessageEntry | null> => {
    try {
      return (await files.readEntry(id)) ?? (await adopt(id));
    } catch (error) {
      if (!isFailure(error) && systemCodeOf(error) === null) throw error;
      return skip(`${id}.eml`, error instanceof Error ? error : new Error(String(error)));
    }
  };
};
