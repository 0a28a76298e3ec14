import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import os from 'node:os';
import path from 'node:path';
import type { UserQuery } from '../../electron/contract/users/user.ts';
import { createDatabase, type Database } from '../../electron/stores/database/createDatabase.ts';
import { createUserListing } from '../../electron/stores/users/userListing.ts';
import { median } from './median.ts';

/** Median time in ms of one page of 100 users, as the table of users asks for it. */
export type UsersFigures = {
  page: string;
  users: number;
  medianMs: number;
  /** Median time in ms of one indexed query for as many rows, in this thread. */
  floorMs: number;
  /** The page divided by its floor. */
  ratio: number;
};

const everybody: UserQuery = {
  ...{ search: '', kind: null, state: null, roleId: null, folderId: null },
  ...{ sort: { column: 'name', descending: false }, offset: 0, limit: 100 },
};

/** A search as it grows with each key, the last words of nobody. */
const keyStrokes = ['u', 'us', 'use', 'user 9', 'user 99', 'user 99999', 'nobody'];

const pages: Readonly<Record<string, readonly UserQuery[]>> = {
  'first rows': [everybody],
  'rows in the middle': [{ ...everybody, offset: 50_000 }],
  'sorted by last sign-in': [{ ...everybody, sort: { column: 'lastSignInAt', descending: true } }],
  'search, one key stroke': keyStrokes.map((search) => ({ ...everybody, search })),
};

const userRow = (number: number) => {
  const name = `user${String(number).padStart(6, '0')}`;
  const displayName = `User ${number}`;
  const mail = `${name}@corp.example`;
  return {
    ...{ id: randomUUID(), kind: 'localUser' as const, name, nameKey: name, displayName, mail },
    ...{ language: null, isActive: number % 10 === 0 ? 0 : 1, isBuiltIn: 0, mayUseBasicAuthentication: 0 },
    ...{ mustChangePassword: 0, createdAt: number, lastSignInAt: number % 3 === 0 ? null : number },
    ...{ searchText: `${name} ${displayName.toLowerCase()} ${mail}`, revision: 1 },
  };
};

const fill = async ({ query }: Database, users: number): Promise<void> => {
  const rowsAtOnce = 500;
  await (await query()).transaction().execute(async (transaction) => {
    for (let first = 0; first < users; first += rowsAtOnce) {
      const rows = Array.from({ length: rowsAtOnce }, (_, at) => userRow(first + at));
      await transaction.insertInto('users').values(rows).execute();
    }
  });
};

const timeOf = async (work: () => unknown): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};

const measureFloor = async (file: string, rounds: number): Promise<number> => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const statement = database.prepare('SELECT * FROM users ORDER BY "nameKey" LIMIT 100');
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await timeOf(() => statement.all()));
    return median(times);
  } finally {
    database.close();
  }
};

/** Measures pages of the table of users, `rounds` of each. */
export const measureUsers = async (users = 100_000, rounds = 15): Promise<UsersFigures[]> => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'relay-console-bench-'));
  const database = createDatabase({ directory, now: () => new Date() });
  try {
    await fill(database, users);
    const floorMs = await measureFloor(path.join(directory, 'console.db'), rounds);
    const { list } = createUserListing(database.query);
    const figures: UsersFigures[] = [];
    for (const [page, queries] of Object.entries(pages)) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1)
        for (const wanted of queries) times.push(await timeOf(() => list(wanted, Date.now())));
      const medianMs = median(times);
      figures.push({ page, users, medianMs, floorMs, ratio: medianMs / floorMs });
    }
    return figures;
  } finally {
    await database.close();
    rmSync(directory, { recursive: true });
  }
};
