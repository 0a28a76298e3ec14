import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../database/tables.ts';
import { ifThere } from '../files/ifThere.ts';
import { writeAtomically } from '../files/writeAtomically.ts';
import type { ProblemLog } from '../problemLog.ts';
import { type ChainLink, lastLink, linkBefore } from './chainLink.ts';

/** Entries that were the newest once and are gone: the first and the last of them; `from` null: others stand there. */
export type ChainCut = { from: number | null; until: number };

/**
 * The newest entry as it is known outside the database: a chain alone cannot tell that its end was cut off. What is known
 * may be older than the newest entry, never newer. It is no seal: who may write the whole data folder can change both.
 */
export type ChainEnd = {
  /** Says that an entry was added: it is kept within a second, with those that follow meanwhile. */
  noteAdded: () => void;
  /** Keeps now what was added. What the system refuses is logged. */
  keep: () => Promise<void>;
  /** Null: what was the newest entry is still there, or was dropped because of its age. */
  check: () => Promise<ChainCut | null>;
  /** Takes the end for right as it is, because a backup was restored. Gives the newest numbers before and now. */
  accept: () => Promise<{ before: number | null; now: number }>;
};

export type ChainEndParts = { directory: string; query: () => Promise<Kysely<Tables>>; log: ProblemLog };

/** One write a second at most, however many entries there are. */
const restMs = 1_000;

const linkSchema = z.strictObject({ number: z.int().nonnegative(), hash: z.string() });

/** Nonsense counts as nothing: whoever can write it can take the file away as well. */
const readLink = async (file: string): Promise<ChainLink | null> => {
  const text = await ifThere(readFile(file, 'utf8'));
  if (text === null) return null;
  try {
    return linkSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

const createCompare =
  (query: ChainEndParts['query']) =>
  async ({ number, hash }: ChainLink): Promise<ChainCut | null> => {
    const reader = await query();
    const before = await linkBefore(reader);
    if (number < before.number) return null;
    const newest = await lastLink(reader);
    if (newest.number < number) return { from: newest.number + 1, until: number };
    const entries = reader.selectFrom('audit').select('hash').where('number', '=', number);
    const present = number === before.number ? before : await entries.executeTakeFirst();
    return present?.hash === hash ? null : { from: null, until: number };
  };

/** The newest entry in `audit-end.json` of the data directory. */
export const createChainEnd = ({ directory, query, log }: ChainEndParts): ChainEnd => {
  const file = path.join(directory, 'audit-end.json');
  const compare = createCompare(query);
  let timer: NodeJS.Timeout | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const check = async (): Promise<ChainCut | null> => {
    const known = await readLink(file);
    return known && compare(known);
  };

  const write = async (): Promise<number> => {
    const newest = await lastLink(await query());
    await writeAtomically(file, JSON.stringify(newest));
    return newest.number;
  };

  const renew = async (): Promise<void> => {
    try {
      // What tells of a cut stays: the entries that follow it would hide it.
      if ((await check()) === null) await write();
    } catch (error) {
      log.error('audit.endNotKept', { file, error });
    }
  };

  const keep = async (): Promise<void> => {
    if (timer !== null) {
      clearTimeout(timer);
      timer = null;
      last = last.then(renew);
    }
    await last;
  };

  return {
    noteAdded: () => {
      timer ??= setTimeout(() => void keep(), restMs).unref();
    },
    keep,
    check,
    accept: async () => {
      await keep();
      const known = await readLink(file);
      return { before: known && known.number, now: await write() };
    },
  };
};
