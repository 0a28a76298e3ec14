import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import os from 'node:os';
import path from 'node:path';
import { type AuditEntry, chainHash } from '../../electron/stores/audit/auditEntry.ts';
import type { AuditFilter } from '../../electron/stores/audit/auditListing.ts';
import { createAuditStore } from '../../electron/stores/audit/auditStore.ts';
import { createDatabase, type Database } from '../../electron/stores/database/createDatabase.ts';
import { median } from './median.ts';

/** Median time in ms of one piece of work on the audit, beside what the disk and SQLite take for the least of it. */
export type AuditFigures = {
  work: string;
  rows: number;
  medianMs: number;
  /** Appending: one row and one commit on the disk. Reading: one indexed query for as many rows. The chain: as many hashes. */
  floorMs: number;
  ratio: number;
};

const pageRows = 100;

const filters: Readonly<Record<string, AuditFilter>> = {
  'newest page': {},
  'one user': { userId: 'user7' },
  'one operation': { operation: 'users.saveUser' },
  'refusals of one day': { result: 'NOT_ALLOWED', from: 500_000_000, until: 586_400_000 },
  'everything refused': { outcome: 'refused' },
  'a word that is rare': { text: 'office-999' },
  'a word that is nowhere': { text: 'nowhere' },
};

const entryOf = (number: number): AuditEntry => ({
  at: number * 1_000,
  userId: `user${number % 1_000}`,
  user: `user${number % 1_000}`,
  door: 'browser',
  machine: 'OFFICE-1',
  operation: number % 50 === 0 ? 'users.saveUser' : 'mail.saveProfile',
  subject: `office-${number % 1_000}`,
  changes: [],
  result: number % 200 === 0 ? 'NOT_ALLOWED' : 'done',
});

const fill = async ({ query }: Database, rows: number): Promise<void> => {
  const rowsAtOnce = 500;
  let hash = '';
  await (await query()).transaction().execute(async (transaction) => {
    for (let first = 1; first <= rows; first += rowsAtOnce) {
      const part = Array.from({ length: rowsAtOnce }, (_, at) => {
        const entry = entryOf(first + at);
        hash = chainHash(hash, first + at, entry);
        return { ...entry, number: first + at, hash, changes: '[]' };
      });
      await transaction.insertInto('audit').values(part).execute();
    }
  });
};

const medianOf = async (rounds: number, work: () => unknown): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return median(times);
};

/** All rows, one after the other, and a hash of each. */
const hashAll = (read: DatabaseSync): void => {
  for (const row of read.prepare('SELECT * FROM audit ORDER BY number').iterate())
    createHash('sha256').update(JSON.stringify(row)).digest('hex');
};

/** The least of each kind, in this thread, on a file of its own for what is written. */
const measureFloors = async (directory: string, rounds: number) => {
  const read = new DatabaseSync(path.join(directory, 'console.db'), { readOnly: true });
  const written = new DatabaseSync(path.join(directory, 'floor.db'));
  try {
    written.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE floor (text TEXT)');
    const insert = written.prepare('INSERT INTO floor VALUES (?)');
    const page = read.prepare(`SELECT * FROM audit ORDER BY number DESC LIMIT ${pageRows}`);
    return {
      append: await medianOf(rounds, () => insert.run('x'.repeat(200))),
      page: await medianOf(rounds, () => page.all()),
      chain: await medianOf(1, () => hashAll(read)),
    };
  } finally {
    read.close();
    written.close();
  }
};

/** Measures the audit at `rows` rows: `rounds` rows appended, and `rounds` pages for each filter. */
export const measureAudit = async (rows = 1_000_000, rounds = 25): Promise<AuditFigures[]> => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'relay-console-bench-'));
  const database = createDatabase({ directory, now: () => new Date() });
  try {
    await fill(database, rows);
    const floors = await measureFloors(directory, rounds);
    const { append, list, verify } = createAuditStore(database.query);
    const figure = (work: string, medianMs: number, floorMs: number): AuditFigures => ({
      ...{ work, rows, medianMs, floorMs },
      ratio: medianMs / floorMs,
    });
    const figures = [
      figure('append', await medianOf(rounds, () => append(entryOf(rows + 1))), floors.append),
    ];
    for (const [work, filter] of Object.entries(filters))
      figures.push(figure(work, await medianOf(rounds, () => list(filter, null, pageRows)), floors.page));
    return [...figures, figure('the whole chain', await medianOf(1, () => verify()), floors.chain)];
  } finally {
    await database.close();
    rmSync(directory, { recursive: true });
  }
};
