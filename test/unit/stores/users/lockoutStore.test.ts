import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../../electron/stores/database/createDatabase.ts';
import {
  createLockoutStore,
  type LockoutStore,
  type LockoutSubject,
} from '../../../../electron/stores/users/lockoutStore.ts';
import { addUserRow } from './peopleRows.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../database/temporaryDatabase.ts';

const origin = { door: 'browser', machine: '127.0.0.1' };
const rules = { origin, attempts: 10, lockMs: 300_000 };

let database: TemporaryDatabase;
let lockouts: LockoutStore;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  lockouts = createLockoutStore(database.query);
  for (const name of ['anna', 'bernd']) await addUserRow(database.query, { id: name, name });
});

afterEach(() => database.remove());

const anna = { userId: 'anna' };
const bernd = { userId: 'bernd' };
const attempt = (subject: LockoutSubject, now: number, limits = rules) =>
  lockouts.reserve(subject, { ...limits, now });

describe('lockouts', () => {
  it('let no more than the limit be judged, however many come at once', async () => {
    const results = await Promise.all(Array.from({ length: 1_000 }, () => attempt(anna, 1_000)));
    const judged = results.filter((failed) => failed !== null);
    expect(judged.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await lockouts.find(anna)).toEqual({
      failed: 10,
      lockedUntil: 301_000,
      lastAt: 1_000,
      origin,
    });
  });

  it('end when their time is over, and count from the beginning then', async () => {
    for (let count = 0; count < 10; count += 1) await attempt(anna, 1_000);
    expect(await attempt(anna, 300_999)).toBeNull();
    expect(await attempt(anna, 301_000)).toBe(1);
    expect(await lockouts.find(anna)).toMatchObject({ failed: 1, lockedUntil: null });
  });

  it('end when the clock is put back by more than their time, and not for a moment that came late', async () => {
    const [locked, later] = [10_000_000, 10_299_999];
    for (let count = 0; count < 10; count += 1) await attempt(anna, locked);
    for (const now of [later, locked - 1, locked - 299_999]) expect(await attempt(anna, now)).toBeNull();
    expect(await lockouts.lockedAmong(['anna'], locked - 299_999)).toEqual(new Set(['anna']));
    expect(await lockouts.lockedAmong(['anna'], locked - 300_000)).toEqual(new Set());
    expect(await attempt(anna, locked - 300_000)).toBe(1);
  });

  it('take back an attempt that nobody judged, and its lock with it; the wrong ones stay', async () => {
    for (let count = 0; count < 10; count += 1) await attempt(anna, 1_000);
    await lockouts.release(anna, rules.attempts);
    expect(await lockouts.find(anna)).toMatchObject({ failed: 9, lockedUntil: null });
    expect(await attempt(anna, 1_001)).toBe(10);
    expect(await attempt(anna, 1_002)).toBeNull();
  });

  it('forget who had no other attempt than one that is taken back', async () => {
    await attempt({ unknownName: 'eve' }, 1_000);
    await lockouts.release({ unknownName: 'eve' }, rules.attempts);
    expect(await lockouts.find({ unknownName: 'eve' })).toBeNull();
  });

  it('lock without another attempt when the limit was lowered below what was counted', async () => {
    for (let count = 0; count < 8; count += 1) await attempt(anna, 1_000);
    const lowered = { ...rules, attempts: 5 };
    expect(await attempt(anna, 1_000, lowered)).toBeGreaterThan(5);
    expect(await attempt(anna, 1_000, lowered)).toBeNull();
  });

  it('outlast the program', async () => {
    for (let count = 0; count < 10; count += 1) await attempt(anna, 1_000);
    await database.close();
    const { directory } = database;
    const startedAgain = createDatabase({ directory, now: () => new Date() });
    lockouts = createLockoutStore(startedAgain.query);
    expect(await attempt(anna, 2_000)).toBeNull();
    await startedAgain.close();
  });

  it('are forgiven, each by itself', async () => {
    await attempt(anna, 1_000);
    await attempt(bernd, 1_000);
    await lockouts.forgive(['anna']);
    expect(await lockouts.find(anna)).toBeNull();
    expect(await attempt(bernd, 1_000)).toBe(2);
  });

  it('follow a lower limit at once', async () => {
    for (let count = 0; count < 7; count += 1) await attempt(anna, 1_000);
    expect(await attempt(anna, 1_000, { ...rules, attempts: 5 })).toBe(8);
    expect(await attempt(anna, 1_000, { ...rules, attempts: 5 })).toBeNull();
  });

  it('of names that nobody has are forgotten, but not while they are locked', async () => {
    await attempt({ unknownName: 'old' }, 1_000);
    for (let count = 0; count < 10; count += 1) await attempt({ unknownName: 'locked' }, 1_000);
    await attempt(anna, 1_000);
    await lockouts.forgetUnknown(2_000, 3_000);
    expect(await lockouts.find({ unknownName: 'old' })).toBeNull();
    expect(await lockouts.find({ unknownName: 'locked' })).not.toBeNull();
    expect(await lockouts.find(anna)).not.toBeNull();
  });

  it('do not keep what was typed for nobody, which may be a password', async () => {
    await attempt({ unknownName: 'Swordfish' }, 1_000);
    const query = await database.query();
    const rows = JSON.stringify(await query.selectFrom('lockouts').selectAll().execute());
    expect(rows.toLowerCase()).not.toContain('swordfish');
    expect(await lockouts.find({ unknownName: 'SWORDFISH' })).toMatchObject({ failed: 1 });
  });
});
