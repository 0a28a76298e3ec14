import path from 'node:path';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { storing } from '../files/storageFailure.ts';
import { writeAtomically } from '../files/writeAtomically.ts';
import type { ProblemLog } from '../problemLog.ts';
import type { AnnounceDrop } from './auditStore.ts';
import { type ChainReader, type ChainStretch, stretchOf } from './chainLink.ts';
import { type KnownStretch, readKnownStretch } from './knownStretch.ts';

/**
 * Entries that were there once and are gone: the first and the last of them; `from` null: others stand there. `until` null:
 * nobody can tell, because what was known cannot be read.
 */
export type ChainCut = { from: number | null; until: number | null };

/** What was known and what there is; `before` null: nothing was. */
export type ChainTurn = { before: ChainStretch | null; now: ChainStretch };

/**
 * The ends of the audit as they are known outside the database: a chain alone cannot tell that something was cut off from
 * either. What is known may end before the newest entry, never after it. It is no seal: who may write the whole data
 * folder can change both. Failures: STORAGE_FAILED and those of the database.
 */
export type ChainEnd = {
  /** Says that an entry was added: it is kept within a second, with those that follow meanwhile. */
  noteAdded: () => void;
  /** Keeps now what was added. What the system refuses is logged. */
  keep: () => Promise<void>;
  /** Null: whatever was known is still there, was dropped because of its age, or went with a restored backup. */
  check: () => Promise<ChainCut | null>;
  /** Keeps what is about to be dropped; nothing may be while something else is gone: that would hide it. */
  announceDrop: AnnounceDrop;
  /**
   * Keeps that this backup comes in force: from then on its entries are right, too, also when the program ends in the
   * middle.
   */
  announceRestore: (backup: Kysely<Tables>) => Promise<ChainTurn>;
  /** Takes for right what there is. */
  accept: () => Promise<ChainTurn>;
};

export type ChainEndParts = { directory: string; query: () => Promise<Kysely<Tables>>; log: ProblemLog };

/** One write a second at most, however many entries there are. */
const restMs = 1_000;

const compare = async (reader: ChainReader, known: ChainStretch): Promise<ChainCut | null> => {
  const { before, newest } = await stretchOf(reader);
  const { number, hash } = known.newest;
  if (before.number > known.before.number) return { from: known.before.number + 1, until: before.number };
  if (newest.number < number) return { from: newest.number + 1, until: number };
  const entries = reader.selectFrom('audit').select('hash').where('number', '=', number);
  const present = number === before.number ? before : await entries.executeTakeFirst();
  return present?.hash === hash ? null : { from: null, until: number };
};

/** Reads and writes the file. To be called in a transaction, so that no other program drops or keeps meanwhile. */
const createKnown = (file: string) => {
  const read = () => readKnownStretch(file);
  const write = (known: KnownStretch): Promise<void> => writeAtomically(file, JSON.stringify(known));
  return {
    read,
    write,
    findCut: async (reader: ChainReader): Promise<ChainCut | null> => {
      const known = await read();
      if (known === null) return null;
      if (known === 'unreadable') return { from: null, until: null };
      const cut = await compare(reader, known);
      const isRestored = cut && known.restored && (await compare(reader, known.restored)) === null;
      return isRestored ? null : cut;
    },
    turnTo: async (now: ChainStretch): Promise<ChainTurn> => {
      const known = await read();
      return { before: known === 'unreadable' ? null : known, now };
    },
  };
};

/** Keeps what was added after a rest, all of it at once. */
const createKeeping = (renew: () => Promise<void>): Pick<ChainEnd, 'noteAdded' | 'keep'> => {
  let timer: NodeJS.Timeout | null = null;
  let last = Promise.resolve();
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
  };
};

/** The ends of the audit in `audit-end.json` of the data directory. */
export const createChainEnd = ({ directory, query, log }: ChainEndParts): ChainEnd => {
  const file = path.join(directory, 'audit-end.json');
  const known = createKnown(file);

  const inTransaction = async <Result>(work: (reader: ChainReader) => Promise<Result>): Promise<Result> =>
    (await query()).transaction().execute((transaction) => storing(file, () => work(transaction)));

  const renew = async (): Promise<void> => {
    try {
      await inTransaction(async (reader) => {
        // What tells of a cut stays: the entries that follow it would hide it.
        if ((await known.findCut(reader)) === null) await known.write(await stretchOf(reader));
      });
    } catch (error) {
      log.error('audit.endNotKept', { file, error });
    }
  };

  return {
    ...createKeeping(renew),

    check: async () => {
      const cut = await inTransaction(known.findCut);
      if (cut?.until === null) log.error('audit.endUnreadable', { file });
      return cut;
    },

    announceDrop: (transaction, before) =>
      storing(file, async () => {
        if ((await known.findCut(transaction)) !== null) return false;
        const { newest } = await stretchOf(transaction);
        await known.write({ before, newest });
        return true;
      }),

    announceRestore: (backup) =>
      storing(file, async () => {
        const turn = await known.turnTo(await stretchOf(backup));
        const { before, now } = turn;
        if (before) await known.write({ ...before, restored: now });
        return turn;
      }),

    accept: () =>
      inTransaction(async (reader) => {
        const turn = await known.turnTo(await stretchOf(reader));
        await known.write(turn.now);
        return turn;
      }),
  };
};
