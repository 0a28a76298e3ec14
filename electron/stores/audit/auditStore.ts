import type { Kysely, Transaction } from 'kysely';
import { holds } from '../database/holds.ts';
import type { AuditRow, Tables } from '../database/tables.ts';
import { type AuditChange, type AuditEntry, type AuditRecord, chainHash } from './auditEntry.ts';

/** Which entries are wanted; moments in ms since 1970 UTC, `until` excluded. */
export type AuditFilter = {
  from?: number;
  until?: number;
  userId?: string;
  operation?: string;
  result?: string;
  /** Words that user, subject, machine or operation hold. */
  text?: string;
};

/** `brokenAt`: the first number that does not fit what came before it; null: everything does. */
export type ChainVerdict = { checked: number; brokenAt: number | null };

export type AuditStore = {
  append: (entry: AuditEntry) => Promise<AuditRecord>;
  /** The newest first; the next page begins below the last number of this one. */
  list: (filter: AuditFilter, below: number | null, limit: number) => Promise<AuditRecord[]>;
  /** Reads the whole chain, page by page. */
  verify: (signal?: AbortSignal) => Promise<ChainVerdict>;
  /** Drops what is older than `before`; the chain goes on from there. Gives how many went. */
  dropBefore: (before: number) => Promise<number>;
};

type Query = () => Promise<Kysely<Tables>>;
type Reader = Kysely<Tables> | Transaction<Tables>;
type StoredRow = Omit<AuditRow, 'number'> & { number: number };

const verifyPage = 5_000;

/** A row that somebody wrote into the file need not be JSON: then it does not fit its hash either. */
const readChanges = (stored: string): AuditChange[] => {
  try {
    return JSON.parse(stored) as AuditChange[];
  } catch {
    return [{ path: 'unreadable', before: null, after: null }];
  }
};

const toRecord = ({ changes, ...row }: StoredRow): AuditRecord => ({ ...row, changes: readChanges(changes) });

const lastLink = async (reader: Reader): Promise<{ number: number; hash: string }> => {
  const last = await reader
    .selectFrom('audit')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last) return last;
  const anchor = await reader.selectFrom('auditAnchor').selectAll().executeTakeFirstOrThrow();
  return { number: anchor.firstNumber - 1, hash: anchor.hashBefore };
};

const createAppend =
  (query: Query): AuditStore['append'] =>
  async (entry) =>
    (await query()).transaction().execute(async (transaction) => {
      const last = await lastLink(transaction);
      const number = last.number + 1;
      const hash = chainHash(last.hash, number, entry);
      await transaction
        .insertInto('audit')
        .values({ ...entry, number, hash, changes: JSON.stringify(entry.changes) })
        .execute();
      return { ...entry, number, hash };
    });

const searched = ['user', 'subject', 'machine', 'operation'];

const createList =
  (query: Query): AuditStore['list'] =>
  async ({ from, until, userId, operation, result, text }, below, limit) => {
    let wanted = (await query()).selectFrom('audit').selectAll().orderBy('number', 'desc').limit(limit);
    if (below !== null) wanted = wanted.where('number', '<', below);
    if (from !== undefined) wanted = wanted.where('at', '>=', from);
    if (until !== undefined) wanted = wanted.where('at', '<', until);
    if (userId !== undefined) wanted = wanted.where('userId', '=', userId);
    if (operation !== undefined) wanted = wanted.where('operation', '=', operation);
    if (result !== undefined) wanted = wanted.where('result', '=', result);
    for (const word of (text ?? '').split(/\s+/).filter(Boolean))
      wanted = wanted.where(({ or }) => or(searched.map((column) => holds(column, word))));
    return (await wanted.execute()).map(toRecord);
  };

const createVerify =
  (query: Query): AuditStore['verify'] =>
  async (signal) => {
    const reader = await query();
    const anchor = await reader.selectFrom('auditAnchor').selectAll().executeTakeFirstOrThrow();
    let link = { number: anchor.firstNumber - 1, hash: anchor.hashBefore };
    for (let checked = 0; ;) {
      signal?.throwIfAborted();
      const page = await reader
        .selectFrom('audit')
        .selectAll()
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
  async (before) =>
    (await query()).transaction().execute(async (transaction) => {
      const last = await transaction
        .selectFrom('audit')
        .select(['number', 'hash'])
        .where('at', '<', before)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!last) return 0;
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
  list: createList(query),
  verify: createVerify(query),
  dropBefore: createDropBefore(query),
});
