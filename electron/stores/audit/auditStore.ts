import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { type AuditEntry, type AuditRecord, chainHash } from './auditEntry.ts';
import { type AuditFilter, auditColumns, createFind, createList, toRecord } from './auditListing.ts';
import { type ChainLink, lastLink, linkBefore } from './chainLink.ts';

/** `brokenAt`: the first number that does not fit what came before it; null: everything does. */
export type ChainVerdict = { checked: number; brokenAt: number | null };

/**
 * Told, in the step that does it, which entry is the last that goes; false: everything stays. Throws what keeps it from being
 * known.
 */
export type AnnounceDrop = (transaction: Transaction<Tables>, last: ChainLink) => Promise<boolean>;

export type AuditStore = {
  append: (entry: AuditEntry) => Promise<AuditRecord>;
  find: (number: number) => Promise<AuditRecord | null>;
  /** The newest first; the next page begins below the last number of this one. */
  list: (filter: AuditFilter, below: number | null, limit: number) => Promise<AuditRecord[]>;
  /** Reads the whole chain, page by page. */
  verify: (signal?: AbortSignal) => Promise<ChainVerdict>;
  /**
   * Drops what is older than `before`, up to the first row that is not; the chain goes on from there. A clock that was put
   * back dates new rows before old ones: those take nothing along. Gives how many went.
   */
  dropBefore: (before: number, announce: AnnounceDrop) => Promise<number>;
};

type Query = () => Promise<Kysely<Tables>>;
/** Rows whose hashes are computed at a stretch: some milliseconds, for windows and calls wait on the same thread. */
const verifyPage = 1_000;

/**
 * The entry as the database will give it back: half a character (an unpaired surrogate) has no UTF-8, and the row would not fit
 * its hash any more. Changes are kept as JSON, which escapes it.
 */
const storable = (entry: AuditEntry): AuditEntry => ({
  ...entry,
  user: entry.user.toWellFormed(),
  subject: entry.subject.toWellFormed(),
});

const createAppend =
  (query: Query): AuditStore['append'] =>
  async (given) => {
    const entry = storable(given);
    return (await query()).transaction().execute(async (transaction) => {
      const last = await lastLink(transaction);
      const number = last.number + 1;
      const hash = chainHash(last.hash, number, entry);
      await transaction
        .insertInto('audit')
        .values({ ...entry, number, hash, changes: JSON.stringify(entry.changes) })
        .execute();
      return { ...entry, number, hash };
    });
  };

const createVerify =
  (query: Query): AuditStore['verify'] =>
  async (signal) => {
    const reader = await query();
    let link: ChainLink = await linkBefore(reader);
    for (let checked = 0; ;) {
      signal?.throwIfAborted();
      const page = await reader
        .selectFrom('audit')
        .select(auditColumns)
        .where('number', '>', link.number)
        .orderBy('number')
        .limit(verifyPage)
        .execute();
      if (page.length === 0) return { checked, brokenAt: null };
      for (const row of page.map(toRecord)) {
        const fits = row.number === link.number + 1 && chainHash(link.hash, row.number, row) === row.hash;
        if (!fits) return { checked, brokenAt: link.number + 1 };
        link = row;
        checked += 1;
      }
    }
  };

const createDropBefore =
  (query: Query): AuditStore['dropBefore'] =>
  async (before, announce) =>
    (await query()).transaction().execute(async (transaction) => {
      const firstKept = await transaction
        .selectFrom('audit')
        .select('number')
        .where('at', '>=', before)
        .orderBy('number')
        .limit(1)
        .executeTakeFirst();
      let dropped = transaction.selectFrom('audit').select(['number', 'hash']);
      if (firstKept) dropped = dropped.where('number', '<', firstKept.number);
      const last = await dropped.orderBy('number', 'desc').limit(1).executeTakeFirst();
      if (!last || !(await announce(transaction, last))) return 0;
      await transaction
        .updateTable('auditAnchor')
        .set({ firstNumber: last.number + 1, hashBefore: last.hash })
        .execute();
      const { numDeletedRows } = await transaction
        .deleteFrom('audit')
        .where('number', '<=', last.number)
        .executeTakeFirst();
      return Number(numDeletedRows);
    });

/** The audit in its table: append-only, each row bound to the one before by a hash. */
export const createAuditStore = (query: Query): AuditStore => ({
  append: createAppend(query),
  find: createFind(query),
  list: createList(query),
  verify: createVerify(query),
  dropBefore: createDropBefore(query),
});
