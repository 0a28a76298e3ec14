import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SqliteWork } from '../../../../electron/stores/database/sqliteMessages.ts';
import { type SqliteThread, startSqliteThread } from '../../../../electron/stores/database/sqliteThread.ts';
import { temporaryDirectory } from '../temporaryDirectory.ts';

let thread: SqliteThread;
let foreign: DatabaseSync;

const statement = (sql: string): SqliteWork => ({ kind: 'query', sql, parameters: [] });

beforeEach(async () => {
  const file = path.join(temporaryDirectory(), 'console.db');
  thread = startSqliteThread(file);
  await thread.ask(statement('CREATE TABLE folders (name TEXT)'));
  foreign = new DatabaseSync(file);
});
afterEach(async () => {
  foreign.close();
  await thread.close();
});

it('a write waits for a foreign program that has the database for itself, and is done when that is over', async () => {
  foreign.exec('BEGIN EXCLUSIVE');
  const read = thread.ask(statement('SELECT name FROM folders'));
  const written = thread.ask(statement("INSERT INTO folders VALUES ('Berlin')"));
  // The thread does one after the other: with this answer the turn of the write has come.
  expect((await read).rows).toEqual([]);
  foreign.exec("INSERT INTO folders VALUES ('Paris'); COMMIT");
  expect((await written).changes).toBe(1);
  expect((await thread.ask(statement('SELECT name FROM folders'))).rows).toEqual([
    { name: 'Paris' },
    { name: 'Berlin' },
  ]);
});
