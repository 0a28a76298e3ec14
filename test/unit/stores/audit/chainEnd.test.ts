import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AuditStore, createAuditStore } from '../../../../electron/stores/audit/auditStore.ts';
import { type ChainEnd, createChainEnd } from '../../../../electron/stores/audit/chainEnd.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../database/temporaryDatabase.ts';

let database: TemporaryDatabase;
let audit: AuditStore;
let end: ChainEnd;
let problems: string[];

/** As another program on the same data folder, or the next one. */
const open = (): ChainEnd =>
  createChainEnd({ ...database, log: { error: (event) => void problems.push(event) } });

beforeEach(async () => {
  database = await openTemporaryDatabase();
  audit = createAuditStore(database.query);
  problems = [];
  end = open();
});

afterEach(() => database.remove());

const file = () => path.join(database.directory, 'audit-end.json');

const add = async (count: number, at = 1): Promise<void> => {
  const who = { userId: null, user: 'anna', door: 'browser', machine: 'SRV-1' };
  const entry = { ...who, at, operation: 'roles.saveRole', subject: '', changes: [], result: 'done' };
  for (let number = 1; number <= count; number += 1) {
    await audit.append(entry);
    end.noteAdded();
  }
  await end.keep();
};

/** What somebody does who can write the file of the database. */
const cutOff = async (from: number): Promise<void> => {
  const query = await database.query();
  await sql`DROP TRIGGER IF EXISTS "audit.noDelete"`.execute(query);
  await sql`DELETE FROM audit WHERE number >= ${from}`.execute(query);
};

it('has nothing to say of an audit that nobody cut', async () => {
  expect(await end.check()).toBeNull();
  await add(3);
  expect(await open().check()).toBeNull();
});

it('says which of the newest rows are gone, which the chain alone cannot', async () => {
  await add(5);
  await cutOff(4);
  expect(await audit.verify()).toEqual({ checked: 3, brokenAt: null });
  expect(await open().check()).toEqual({ from: 4, until: 5 });
});

it('goes on saying so when others were written in their place', async () => {
  await add(5);
  await cutOff(4);
  await add(1, 2);
  expect(await end.check()).toEqual({ from: 5, until: 5 });
  await add(3, 2);
  expect(await audit.verify()).toMatchObject({ brokenAt: null });
  expect(await end.check()).toEqual({ from: null, until: 5 });
});

it('may know less than there is: the program was killed before it was kept', async () => {
  await add(2);
  const known = await readFile(file(), 'utf8');
  await add(2);
  await writeFile(file(), known);
  expect(await end.check()).toBeNull();
  await add(1);
  expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({ number: 5 });
});

it('misses nothing that was dropped because of its age', async () => {
  await add(3);
  await audit.dropBefore(10);
  expect(await end.check()).toBeNull();
  await add(2, 20);
  await audit.dropBefore(30);
  expect(await end.check()).toBeNull();
});

it('takes the end of a restored backup for right, and says what that took away', async () => {
  await add(5);
  await cutOff(4);
  expect(await end.accept()).toEqual({ before: 5, now: 3 });
  expect(await end.check()).toBeNull();
});

it('logs what the system refuses, and never stops the audit', async () => {
  end = createChainEnd({
    ...{ query: database.query, directory: path.join(database.directory, 'nowhere') },
    log: { error: (event) => void problems.push(event) },
  });
  await add(1);
  expect(problems).toEqual(['audit.endNotKept']);
});
