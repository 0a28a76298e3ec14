import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import os from 'node:os';
import path from 'node:path';
import type { UserQuery } from '../../electron/contract/users/user.ts';
import { createDatabase } from '../../electron/stores/database/createDatabase.ts';
import { createUserListing } from '../../electron/stores/users/userListing.ts';
import { manyUsers } from '../e2e/manyUsers.ts';
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

const timeOf = async (work: () => unknown): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};

/** Median time in ms of one indexed query for the first page of users in this database file. */
export const measureUsersFloor = async (file: string, rounds: number): Promise<number> => {
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
  await manyUsers(users)(directory);
  const database = createDatabase({ directory, now: () => new Date() });
  try {
    const floorMs = await measureUsersFloor(path.join(directory, 'console.db'), rounds);
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
