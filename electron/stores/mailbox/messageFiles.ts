import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ifThere } from '../files/ifThere.ts';
import { makeDirectories } from '../files/makeDirectories.ts';
import { storing } from '../files/storageFailure.ts';
import { createAbandonedSweep } from '../files/sweepAbandoned.ts';
import { isTemporary } from '../files/sweepTemporaryFiles.ts';
import { writeAtomically } from '../files/writeAtomically.ts';
import type { ProblemLog } from '../problemLog.ts';
import { type MessageEntry, messageEntrySchema } from './messageEntry.ts';

const messageName = /^([0-9a-z-]{1,64})\.eml$/;
const kinds = { message: 'eml', entry: 'json', readMark: 'read' } as const;
type FileKind = keyof typeof kinds;

/** Names of the mailbox's folder: messages, those that were read, and `.eml` files whose names cannot be ids. */
export type FolderContent = { ids: string[]; read: ReadonlySet<string>; foreign: string[] };

/** Null for a damaged entry: it is made again from its message, so nothing is lost. */
const parseEntry = (text: string): MessageEntry | null => {
  try {
    return messageEntrySchema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
};

/** Also what belongs to a message that is not there: it is written before the message and removed after it. */
const isUnfinished = (name: string, names: ReadonlySet<string>): boolean => {
  const id = /^([0-9a-z-]{1,64})\.(?:json|read)$/.exec(name)?.[1];
  return isTemporary(name) || (id !== undefined && !names.has(`${id}.${kinds.message}`));
};

/**
 * The files of one message: `<id>.eml`, beside it `<id>.json` (its entry) and, when it was read, `<id>.read`. No file
 * holds more than one message, so programs that use the folder at the same time do not disturb each other.
 */
export const createMessageFiles = (directory: string, log: ProblemLog) => {
  const swept = createAbandonedSweep({ directory, isUnfinished, log });
  const fileOf = (id: string, kind: FileKind): string => path.join(directory, `${id}.${kinds[kind]}`);
  const write = (id: string, kind: FileKind, content: string | Uint8Array): Promise<void> => {
    const file = fileOf(id, kind);
    return storing(file, async () => {
      await makeDirectories([directory]);
      await writeAtomically(file, content);
    });
  };

  return {
    list: async (): Promise<FolderContent> => {
      await swept();
      const names = (await storing(directory, () => ifThere(readdir(directory)))) ?? [];
      const ids = names.flatMap((name) => messageName.exec(name)?.[1] ?? []);
      const marks = names.filter((name) => name.endsWith('.read')).map((name) => name.slice(0, -5));
      const foreign = names.filter((name) => name.endsWith('.eml') && !messageName.test(name));
      return { ids, read: new Set(marks), foreign };
    },
    /** Null when there is no such message. */
    readMessage: (id: string): Promise<Buffer | null> => ifThere(readFile(fileOf(id, 'message'))),
    stat: (id: string) => stat(fileOf(id, 'message')),
    /** Null when there is none, or none that can be used. */
    readEntry: async (id: string): Promise<MessageEntry | null> => {
      const text = await ifThere(readFile(fileOf(id, 'entry'), 'utf8'));
      return text === null ? null : parseEntry(text);
    },
    writeEntry: (id: string, entry: MessageEntry): Promise<void> => write(id, 'entry', JSON.stringify(entry)),
    writeMessage: (id: string, message: Uint8Array): Promise<void> => write(id, 'message', message),
    markRead: (id: string): Promise<void> => write(id, 'readMark', ''),
    /** The message goes first: what is left without it counts for nothing. */
    remove: async (id: string): Promise<void> => {
      for (const kind of ['message', 'entry', 'readMark'] as const) {
        const file = fileOf(id, kind);
        await storing(file, () => rm(file, { force: true }));
      }
    },
  };
};

export type MessageFiles = ReturnType<typeof createMessageFiles>;
