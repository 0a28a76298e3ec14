import { backup, DatabaseSync, type StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { SqliteAnswer, SqliteFault, SqliteRequest, SqliteResult, SqliteWork } from './sqliteMessages.ts';

/** How long a write waits for another process that writes, in ms. */
const patienceMs = 5_000;
/** More than the program has: only a search that is composed makes new ones. */
const statementLimit = 500;

/** The most pages that a database can have, as far as `backup` counts. */
const allPages = 0x7fff_ffff;

/** With WAL and FULL a commit that was answered survives a power failure (sqlite.org/pragma.html#pragma_synchronous). */
const settings = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
`;

/** What turns out to be no database is let go at once: a backup may take its place. */
const open = (): DatabaseSync => {
  const opened = new DatabaseSync(String(workerData), { timeout: patienceMs });
  try {
    opened.exec(settings);
    return opened;
  } catch (error) {
    opened.close();
    throw error;
  }
};

let database: DatabaseSync | null = null;
const statements = new Map<string, StatementSync>();

const prepare = (sql: string): StatementSync => {
  const known = statements.get(sql);
  if (known) return known;
  if (statements.size >= statementLimit) statements.clear();
  database ??= open();
  const statement = database.prepare(sql);
  statements.set(sql, statement);
  return statement;
};

/**
 * Copies through a connection of its own: one on which somebody writes cannot be copied at that moment
 * (sqlite.org/c3ref/backup_finish.html). All pages in one step, or each write would make it begin again.
 */
const copyTo = async (file: string): Promise<void> => {
  const source = new DatabaseSync(String(workerData), { readOnly: true, timeout: patienceMs });
  try {
    await backup(source, file, { rate: allPages });
  } finally {
    source.close();
  }
};

const nothing: SqliteResult = { rows: [], changes: 0 };

const perform = async (work: SqliteWork): Promise<SqliteResult> => {
  if (work.kind === 'close') database?.close();
  if (work.kind === 'backup') await copyTo(work.file);
  if (work.kind !== 'query') return nothing;
  const statement = prepare(work.sql);
  if (statement.columns().length > 0) return { ...nothing, rows: statement.all(...work.parameters) };
  return { ...nothing, changes: Number(statement.run(...work.parameters).changes) };
};

const codeOf = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null;

const toFault = (error: unknown): SqliteFault => ({
  message: error instanceof Error ? error.message : String(error),
  code: codeOf(error),
});

const answer = async ({ number, ...work }: SqliteRequest): Promise<SqliteAnswer> => {
  try {
    return { number, result: await perform(work) };
  } catch (error) {
    return { number, fault: toFault(error) };
  }
};

const serve = async (request: SqliteRequest): Promise<void> => {
  parentPort?.postMessage(await answer(request));
  if (request.kind === 'close') parentPort?.close();
};

/** The thread of one database: what SQLite waits for, the disk or another process, keeps nobody else waiting. */
parentPort?.on('message', (request: SqliteRequest) => void serve(request));
