import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../../electron/stores/database/createDatabase.ts';
import { isTaken } from '../../../../electron/stores/database/sqliteError.ts';
import { createResetCodeStore } from '../../../../electron/stores/users/resetCodeStore.ts';
import { createSessionStore } from '../../../../electron/stores/users/sessionStore.ts';
import { addUserRow } from '../users/peopleRows.ts';
import { addFolder, type DatabaseLab, folderNames, openDatabaseLab, restoreNewest } from './databaseLab.ts';
import { spoilDatabase, spoilDatabaseInUse } from './spoilDatabase.ts';

let lab: DatabaseLab;
let directory: string;

const openHere = (): Database => lab.open();
const file = (): string => lab.file;

beforeEach(async () => {
  lab = await openDatabaseLab();
  ({ directory } = lab);
});

afterEach(() => lab.remove());

describe('the database', () => {
  it('is made with the first call, for its owner only, and keeps what was written', async () => {
    const database = openHere();
    expect(await database.exists()).toBe(false);
    expect(await readdir(directory)).toEqual([]);
    await addFolder(database, 'Berlin');
    expect(await database.exists()).toBe(true);
    await database.close();
    expect(await folderNames(openHere())).toEqual(['Berlin']);
    if (process.platform !== 'win32')
      expect((await stat(path.join(directory, 'console.db'))).mode & 0o077).toBe(0);
  });

  it('writes durably and holds references to be true', async () => {
    const query = await openHere().query();
    const read = async (name: string): Promise<unknown> => {
      const { rows } = await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(query);
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await read('journal_mode')).toBe('wal');
    expect(await read('synchronous')).toBe(2);
    expect(await read('foreign_keys')).toBe(1);
  });

  it('serves two processes at once', async () => {
    const [one, other] = [openHere(), openHere()];
    await Promise.all(Array.from({ length: 20 }, (_, at) => addFolder(at % 2 ? one : other, `folder ${at}`)));
    expect(await folderNames(one)).toHaveLength(20);
    expect(await folderNames(other)).toHaveLength(20);
  });

  it('is copied while others write', async () => {
    const database = openHere();
    let isCopying = true;
    const write = async (): Promise<void> => {
      for (let number = 0; isCopying; number += 1) {
        const name = `folder ${number}`;
        const values = { id: name, parentId: null, name, nameKey: name, revision: 1 };
        const query = await database.query();
        await query.transaction().execute((step) => step.insertInto('folders').values(values).execute());
      }
    };
    const writing = write();
    for (let copies = 0; copies < 20; copies += 1) await database.keepBackup();
    isCopying = false;
    await writing;
    expect(await database.lastBackupAt()).not.toBeNull();
  });

  it('keeps a query of somebody else out of an open transaction', async () => {
    const database = openHere();
    const query = await database.query();
    const failing = query.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('folders')
        .values({ id: 'a', parentId: null, name: 'lost', nameKey: 'lost', revision: 1 })
        .execute();
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('no');
    });
    const beside = addFolder(database, 'kept');
    await expect(failing).rejects.toThrow('no');
    await beside;
    expect(await folderNames(database)).toEqual(['kept']);
  });

  it('tells a name that is taken from every other refusal', async () => {
    const database = openHere();
    await addFolder(database, 'Berlin');
    const refusal = await addFolder(database, 'BERLIN').catch((error: unknown) => error);
    expect(isTaken(refusal)).toBe(true);
    const query = await database.query();
    const wrong = await sql`SELECT * FROM nowhere`.execute(query).catch((error: unknown) => error);
    expect(isTaken(wrong)).toBe(false);
  });
});

describe('a database that cannot be used', () => {
  it('is named with its backups when it is damaged, is kept, and comes back from a backup', async () => {
    await lab.fill('Berlin', 'Paris');
    await spoilDatabase(file());
    const database = openHere();
    const health = await database.health();
    expect(health).toMatchObject({ state: 'unreadable', reason: 'damaged', backups: [{}] });
    await expect(database.query()).rejects.toMatchObject({ code: 'DATABASE_UNREADABLE' });
    await restoreNewest(database);
    expect(await folderNames(database)).toEqual(['Berlin', 'Paris']);
    expect((await readdir(directory)).some((file) => file.startsWith('console.unreadable-'))).toBe(true);
  });

  it('comes back without letting in who was signed in or had a code when the copy was made', async () => {
    await lab.fill('Berlin');
    const filled = openHere();
    const id = await addUserRow(filled.query, { name: 'anna' });
    const origin = { door: 'browser', machine: 'OFFICE-1' };
    const session = { id: randomUUID(), userId: id, origin, createdAt: 1, tokenHash: 'hash' };
    await createSessionStore(filled.query).begin(session, false);
    const code = { userId: id, codeHash: 'code', createdAt: 1, expiresAt: Date.now() * 2 };
    await createResetCodeStore(filled.query).add(code);
    await rm(path.join(directory, 'backups'), { recursive: true });
    await filled.keepBackup();
    await filled.close();
    await spoilDatabase(file());
    const database = openHere();
    await restoreNewest(database);
    expect(await createSessionStore(database.query).findByToken('hash')).toMatchObject({
      end: { reason: 'ended' },
    });
    expect(await createResetCodeStore(database.query).isGood(id, 'code', Date.now())).toBe(false);
  });

  it('stays as it is when the backup cannot be used either', async () => {
    await lab.fill('Berlin');
    await spoilDatabase(file());
    const backups = path.join(directory, 'backups');
    for (const name of await readdir(backups))
      await writeFile(path.join(backups, name), 'Dear diary. '.repeat(500));
    const before = await readFile(file(), 'base64');
    await expect(restoreNewest(openHere())).rejects.toMatchObject({ code: 'DATABASE_UNREADABLE' });
    expect(await readFile(file(), 'base64')).toBe(before);
    const names = await readdir(directory);
    expect(names.filter((each) => /unreadable-|tmp-/.test(each))).toEqual([]);
  });

  it('is damaged while it is used: every call says so from then on, until a backup is in its place', async () => {
    await lab.fill('Berlin', 'Paris');
    const database = openHere();
    expect(await folderNames(database)).toEqual(['Berlin', 'Paris']);
    expect(await database.health()).toEqual({ state: 'ready' });
    await spoilDatabaseInUse(file());
    const answers = await Promise.allSettled([folderNames(database), folderNames(database)]);
    const unreadable = { code: 'DATABASE_UNREADABLE' };
    expect(answers).toMatchObject([{ reason: unreadable }, { reason: unreadable }]);
    const health = await database.health();
    expect(health).toMatchObject({ state: 'unreadable', reason: 'damaged', backups: [{}] });
    await expect(database.query()).rejects.toMatchObject(unreadable);
    await restoreNewest(database);
    expect(await folderNames(database)).toEqual(['Berlin', 'Paris']);
    expect((await readdir(directory)).some((file) => file.startsWith('console.unreadable-'))).toBe(true);
  });

  it('is no database at all', async () => {
    await writeFile(
      path.join(directory, 'console.db'),
      'Dear diary, nothing of this is a database. '.repeat(100),
    );
    expect(await openHere().health()).toMatchObject({ state: 'unreadable', reason: 'damaged' });
  });

  it('is never replaced by an empty one in silence', async () => {
    await lab.fill('Berlin');
    for (const end of ['', '-wal', '-shm'])
      await rm(path.join(directory, `console.db${end}`), { force: true });
    const database = openHere();
    expect(await database.health()).toMatchObject({ state: 'unreadable', reason: 'missing' });
    expect(await readdir(directory)).not.toContain('console.db');
    expect(await database.exists()).toBe(true);
  });

  it('was written by a newer program', async () => {
    await lab.fill('Berlin');
    const database = openHere();
    const query = await database.query();
    await sql`INSERT INTO kysely_migration VALUES ('9999-later', '2099-01-01')`.execute(query);
    await database.close();
    expect(await openHere().health()).toMatchObject({ state: 'unreadable', reason: 'newerVersion' });
  });

  it('is not replaced while it can be used', async () => {
    await lab.fill('Berlin');
    await expect(openHere().restoreBackup('console-20260101T000000Z.db')).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});
