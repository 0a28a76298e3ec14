import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';

/** What the thread of the database is asked; `number` comes back with the answer. */
export type SqliteRequest = { number: number } & SqliteWork;

export type SqliteWork =
  | { kind: 'query'; sql: string; parameters: readonly SQLInputValue[] }
  /** Writes a copy of the whole database, as it is at this moment, to `file`. */
  | { kind: 'backup'; file: string }
  | { kind: 'close' };

/** `changes`: rows that a statement without result changed. */
export type SqliteResult = { rows: Record<string, SQLOutputValue>[]; changes: number };

/** `code`: SQLite's extended result code (sqlite.org/rescode.html); null when the error is none of SQLite. */
export type SqliteFault = { message: string; code: number | null };

export type SqliteAnswer = { number: number } & ({ result: SqliteResult } | { fault: SqliteFault });
