import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { holds } from '../database/holds.ts';
import type { AuditRow, Tables } from '../database/tables.ts';
import type { AuditChange, AuditRecord } from './auditEntry.ts';

/** Which entries are wanted; moments in ms since 1970 UTC, `until` excluded. */
export type AuditFilter = {
  from?: number;
  until?: number;
  userId?: string;
  operation?: string;
  /** `refused`: everything that was not done. */
  outcome?: 'done' | 'refused';
  result?: string;
  /** Words that user, subject, machine, operation or result hold. */
  text?: string;
};

type StoredRow = Omit<AuditRow, 'number'> & { number: number };

const unreadable: AuditChange[] = [{ path: 'unreadable', before: null, after: null }];

const changesSchema = z.array(
  z.strictObject({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
);

/** A row that somebody wrote into the file need not be JSON, nor a list of changes: then it does not fit its hash either. */
const readChanges = (stored: string): AuditChange[] => {
  try {
    return changesSchema.catch(unreadable).parse(JSON.parse(stored));
  } catch {
    return unreadable;
  }
};

export const toRecord = ({ changes, ...row }: StoredRow): AuditRecord => ({
  ...row,
  changes: readChanges(changes),
});

/** The furthest moment from 1970 that there is, in ms (ECMA-262, 21.4.1.1): beyond it lies only what somebody wrote into the file. */
const furthestMs = 8_640_000_000_000_000;

/** Every column of a row, with a moment that can be shown; one that was none does not fit its hash. */
export const auditColumns = [
  ...(['number', 'userId', 'user', 'door', 'machine', 'operation', 'subject'] as const),
  ...(['changes', 'result', 'hash'] as const),
  sql<number>`max(min("at", ${sql.lit(furthestMs)}), ${sql.lit(-furthestMs)})`.as('at'),
] as const;

type Query = () => Promise<Kysely<Tables>>;

const searched = ['user', 'subject', 'machine', 'operation', 'result'];

/** Results of what was done; a password that is right and has to be replaced let somebody in. */
const doneResults = ['done', 'success', 'mustChange', 'passwordExpired'];

/** One entry; null when there is none, or no longer. */
export const createFind =
  (query: Query) =>
  async (number: number): Promise<AuditRecord | null> => {
    const row = await (
      await query()
    )
      .selectFrom('audit')
      .select(auditColumns)
      .where('number', '=', number)
      .executeTakeFirst();
    return row ? toRecord(row) : null;
  };

/** The newest first, below a number. */
export const createList =
  (query: Query) =>
  async (
    { from, until, userId, operation, outcome, result, text }: AuditFilter,
    below: number | null,
    limit: number,
  ): Promise<AuditRecord[]> => {
    let wanted = (await query())
      .selectFrom('audit')
      .select(auditColumns)
      .orderBy('number', 'desc')
      .limit(limit);
    if (below !== null) wanted = wanted.where('number', '<', below);
    if (from !== undefined) wanted = wanted.where('at', '>=', from);
    if (until !== undefined) wanted = wanted.where('at', '<', until);
    if (userId !== undefined) wanted = wanted.where('userId', '=', userId);
    if (operation !== undefined) wanted = wanted.where('operation', '=', operation);
    if (outcome !== undefined)
      wanted = wanted.where('result', outcome === 'done' ? 'in' : 'not in', doneResults);
    if (result !== undefined) wanted = wanted.where('result', '=', result);
    for (const word of (text ?? '').split(/\s+/).filter(Boolean))
      wanted = wanted.where(({ or }) => or(searched.map((column) => holds(column, word))));
    return (await wanted.execute()).map(toRecord);
  };
