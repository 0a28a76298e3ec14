import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../electron/stores/audit/auditEntry.ts';
import {
  type AnnounceDrop,
  type AuditStore,
  createAuditStore,
} from '../../../../electron/stores/audit/auditStore.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../database/temporaryDatabase.ts';

const change = { path: 'mail.host', before: null, after: '"mail.corp.example"' };

const entry: AuditEntry = {
  at: 1_000,
  userId: null,
  user: 'anna',
  door: 'browser',
  machine: '127.0.0.1',
  operation: 'mail.saveProfile',
  subject: 'head-office',
  changes: [change],
  result: 'done',
};

let database: TemporaryDatabase;
let audit: AuditStore;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  audit = createAuditStore(database.query);
});

afterEach(() => database.remove());

const agree: AnnounceDrop = async () => true;

const fill = async (count: number): Promise<void> => {
  for (let number = 1; number <= count; number += 1) await audit.append({ ...entry, at: number });
};

/** What somebody does who can write the file. */
const tamper = async (statement: string): Promise<void> => {
  const query = await database.query();
  for (const trigger of ['audit.noUpdate', 'audit.noDelete'])
    await sql`DROP TRIGGER ${sql.id(trigger)}`.execute(query);
  await sql.raw(statement).execute(query);
};

describe('the audit', () => {
  it('gives back what was appended, the newest first, page by page', async () => {
    await fill(5);
    expect((await audit.list({}, null, 2)).map(({ number }) => number)).toEqual([5, 4]);
    expect((await audit.list({}, 4, 2)).map(({ number }) => number)).toEqual([3, 2]);
    expect((await audit.list({}, null, 1))[0]).toMatchObject({ ...entry, at: 5 });
  });

  it('gives one entry by its number', async () => {
    await fill(2);
    expect(await audit.find(2)).toMatchObject({ ...entry, number: 2, at: 2 });
    expect(await audit.find(3)).toBeNull();
  });

  it('keeps one chain, whoever appends at once', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, at) => audit.append({ ...entry, at })));
    expect(await audit.verify()).toEqual({ checked: 200, brokenAt: null });
  });

  it('is found by who, what, when and words', async () => {
    await audit.append({ ...entry, user: 'bernd', userId: 'b', at: 5_000 });
    await audit.append({
      ...entry,
      operation: 'users.saveUser',
      subject: '100 %_sure',
      result: 'NOT_ALLOWED',
    });
    const numbers = async (filter: Parameters<AuditStore['list']>[0]) =>
      (await audit.list(filter, null, 10)).map(({ number }) => number);
    expect(await numbers({ userId: 'b' })).toEqual([1]);
    expect(await numbers({ operation: 'users.saveUser' })).toEqual([2]);
    expect(await numbers({ result: 'NOT_ALLOWED' })).toEqual([2]);
    expect(await numbers({ outcome: 'refused' })).toEqual([2]);
    expect(await numbers({ outcome: 'done' })).toEqual([1]);
    expect(await numbers({ text: 'not_allowed' })).toEqual([2]);
    expect(await numbers({ from: 1_001, until: 5_001 })).toEqual([1]);
    expect(await numbers({ text: 'BERND office' })).toEqual([1]);
    expect(await numbers({ text: '%_sure' })).toEqual([2]);
    expect(await numbers({ text: '100%' })).toEqual([]);
  });

  it('refuses to be changed', async () => {
    await fill(2);
    const query = await database.query();
    await expect(query.updateTable('audit').set({ user: 'nobody' }).execute()).rejects.toThrow(/append-only/);
    await expect(query.deleteFrom('audit').execute()).rejects.toThrow(/append-only/);
  });

  it.each([
    ['a changed row', `UPDATE audit SET subject = 'other' WHERE number = 3`, 3],
    ['a changed time', 'UPDATE audit SET at = at + 1 WHERE number = 2', 2],
    ['changes that are no JSON', `UPDATE audit SET changes = '[' WHERE number = 4`, 4],
    ['changes that are no list', `UPDATE audit SET changes = 'null' WHERE number = 4`, 4],
    ['a change that is none', `UPDATE audit SET changes = '[7]' WHERE number = 4`, 4],
    ['a time that is none', 'UPDATE audit SET at = 9000000000000000000 WHERE number = 4', 4],
    ['a row taken out', 'DELETE FROM audit WHERE number = 3', 3],
    ['the first row taken out', 'DELETE FROM audit WHERE number = 1', 1],
  ])('shows where somebody broke it: %s', async (_, statement, brokenAt) => {
    await fill(5);
    await tamper(statement);
    expect(await audit.verify()).toMatchObject({ brokenAt });
    for (const { at } of await audit.list({}, null, 10)) expect(new Date(at).getTime()).toBe(at);
  });

  it('stays whole whatever somebody types: half a character is kept as the mark for none', async () => {
    await audit.append({ ...entry, subject: 'x\ud800y', user: '\udc00' });
    await audit.append({ ...entry, subject: 'x\u0000y', changes: [{ ...change, after: '\ud800\u0000' }] });
    expect(await audit.verify()).toEqual({ checked: 2, brokenAt: null });
    expect(await audit.find(1)).toMatchObject({ subject: 'x\ufffdy', user: '\ufffd' });
  });

  it('drops what is old, and the chain goes on', async () => {
    await fill(5);
    expect(await audit.dropBefore(4, agree)).toBe(3);
    expect(await audit.verify()).toEqual({ checked: 2, brokenAt: null });
    expect(await audit.dropBefore(100, agree)).toBe(2);
    expect(await audit.append(entry)).toMatchObject({ number: 6 });
    expect(await audit.verify()).toEqual({ checked: 1, brokenAt: null });
  });

  it('drops nothing that is younger, also when the clock was wrong for a while', async () => {
    for (const at of [1, 50, 2, 60]) await audit.append({ ...entry, at });
    expect(await audit.dropBefore(10, agree)).toBe(1);
    expect(await audit.verify()).toEqual({ checked: 3, brokenAt: null });
  });
});
