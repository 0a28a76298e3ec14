import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AuditStore, createAuditStore } from '../../../../electron/stores/audit/auditStore.ts';
import { type ChainEnd, type ChainTurn, createChainEnd } from '../../../../electron/stores/audit/chainEnd.ts';
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
  expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({ newest: { number: 5 } });
});

it('misses nothing that was dropped because of its age', async () => {
  await add(3);
  expect(await audit.dropBefore(10, end.announceDrop)).toBe(3);
  expect(await end.check()).toBeNull();
  await add(2, 20);
  expect(await audit.dropBefore(30, end.announceDrop)).toBe(2);
  expect(await end.check()).toBeNull();
});

it('finds out that rows were taken out as if because of their age', async () => {
  await add(5);
  const query = await database.query();
  await sql`UPDATE "auditAnchor" SET "firstNumber" = 4, "hashBefore" = (SELECT hash FROM audit WHERE number = 3)`.execute(
    query,
  );
  await sql`DELETE FROM audit WHERE number < 4`.execute(query);
  expect(await audit.verify()).toEqual({ checked: 2, brokenAt: null });
  expect(await end.check()).toEqual({ from: 1, until: 3 });
  await add(1, 2);
  expect(await open().check()).toEqual({ from: 1, until: 3 });
});

it('takes no drop for a cut that the program did not live to finish', async () => {
  await add(3);
  const killed = audit.dropBefore(10, async (transaction, last) => {
    await end.announceDrop(transaction, last);
    throw new Error('killed');
  });
  await expect(killed).rejects.toThrow('killed');
  expect(await open().check()).toBeNull();
  await add(1, 2);
  expect(await open().check()).toBeNull();
});

it('drops nothing while something is missing: that would hide it', async () => {
  await add(5);
  await cutOff(4);
  expect(await audit.dropBefore(10, end.announceDrop)).toBe(0);
  expect(await end.check()).toEqual({ from: 4, until: 5 });
});

describe('a backup that is restored', () => {
  /** Gives the database with the rows that a backup has. */
  const announce = async (rows: number): Promise<ChainTurn> => {
    const backup = await openTemporaryDatabase();
    try {
      const copy = createAuditStore(backup.query);
      for (const entry of (await audit.list({}, null, 10)).toReversed().slice(0, rows))
        await copy.append(entry);
      return await end.announceRestore(await backup.query());
    } finally {
      await backup.remove();
    }
  };

  it('is no cut, also when the program ends in the middle, and it is told what went', async () => {
    await add(5);
    const { before, now } = await announce(3);
    expect([before?.newest.number, now.newest.number]).toEqual([5, 3]);
    expect(await open().check()).toBeNull();
    await cutOff(4);
    expect(await open().check()).toBeNull();
    await add(1, 2);
    expect(await open().check()).toBeNull();
  });

  it('hides no cut that reaches further', async () => {
    await add(5);
    await announce(3);
    await cutOff(3);
    expect(await open().check()).toEqual({ from: 3, until: 5 });
  });

  it('that never came in force is forgotten with the next row', async () => {
    await add(5);
    await announce(3);
    await add(1, 2);
    await cutOff(4);
    expect(await open().check()).toEqual({ from: 4, until: 6 });
  });
});

it('takes what there is for right when it is told to', async () => {
  await add(5);
  await cutOff(4);
  const { before, now } = await end.accept();
  expect([before?.newest.number, now.newest.number]).toEqual([5, 3]);
  expect(await open().check()).toBeNull();
  await add(2, 2);
  await cutOff(5);
  expect(await open().check()).toEqual({ from: 5, until: 5 });
});

it('says that it cannot tell when what was known is nonsense, until that is accepted', async () => {
  await add(2);
  await writeFile(file(), '{"number":');
  await add(1, 2);
  expect(await end.check()).toEqual({ from: null, until: null });
  expect(problems).toEqual(['audit.endUnreadable']);
  expect(await end.accept()).toMatchObject({ before: null });
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
