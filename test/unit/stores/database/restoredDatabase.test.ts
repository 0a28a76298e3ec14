import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../../electron/stores/database/createDatabase.ts';
import { addFolder, type DatabaseLab, folderNames, openDatabaseLab, restoreNewest } from './databaseLab.ts';
import { spoilDatabase, spoilDatabaseInUse } from './spoilDatabase.ts';

let lab: DatabaseLab;
beforeEach(async () => {
  lab = await openDatabaseLab();
});
afterEach(() => lab.remove());

const unreadable = { code: 'DATABASE_UNREADABLE' };
const backupNames = async (): Promise<string[]> => (await readdir(lab.backups)).toSorted();
const keptAside = async (): Promise<string[]> =>
  (await readdir(lab.directory)).filter((name) => /^console\.unreadable-.*\.db$/.test(name));

describe('a database that another program has restored', () => {
  it('is what everybody uses from then on, who had the old one open', async () => {
    await lab.fill('Berlin', 'Paris');
    const [one, other] = [lab.open(), lab.open()];
    for (const database of [one, other]) expect(await folderNames(database)).toHaveLength(2);
    await addFolder(other, 'only in the old one');
    await spoilDatabaseInUse(lab.file);
    await expect(folderNames(one)).rejects.toMatchObject(unreadable);
    await restoreNewest(one);
    await addFolder(one, 'by one');
    await addFolder(other, 'by the other');
    const expected = ['Berlin', 'Paris', 'by one', 'by the other'];
    for (const database of [one, other]) expect(await folderNames(database)).toEqual(expected);
    await other.close();
    expect(await folderNames(one)).toEqual(expected);
  });

  it('is found by who could not use the old one, and not replaced again', async () => {
    await lab.fill('Berlin');
    await spoilDatabase(lab.file);
    const [one, other] = [lab.open(), lab.open()];
    await expect(folderNames(other)).rejects.toMatchObject(unreadable);
    await restoreNewest(one);
    await addFolder(one, 'Paris');
    const [backup = ''] = await backupNames();
    await expect(other.restoreBackup(backup)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await folderNames(other)).toEqual(['Berlin', 'Paris']);
  });

  it('is restored once when several ask at the same time', async () => {
    await lab.fill('Berlin');
    await spoilDatabase(lab.file);
    const [one, other] = [lab.open(), lab.open()];
    for (const database of [one, other]) expect(await database.health()).toMatchObject({ reason: 'damaged' });
    const [backup = ''] = await backupNames();
    const results = await Promise.allSettled(
      [one, one, other].map((database) => database.restoreBackup(backup)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'CONFLICT' } }, { reason: { code: 'CONFLICT' } }]);
    expect(await keptAside()).toHaveLength(1);
    for (const database of [one, other]) expect(await folderNames(database)).toEqual(['Berlin']);
  });
});

it('a database that is removed while it is used is missed, and no empty one made', async () => {
  const database = lab.open();
  await addFolder(database, 'Berlin');
  await rm(lab.file);
  await expect(folderNames(database)).rejects.toMatchObject(unreadable);
  expect(await database.health()).toMatchObject({ state: 'unreadable', reason: 'missing', backups: [] });
});

it('a database that was closed is not opened again', async () => {
  await lab.fill('Berlin');
  const database = lab.open();
  await database.query();
  await database.close();
  await expect(database.query()).rejects.toThrow();
});

describe('a backup of an older version', () => {
  const newest = ['watchMarks', 'tokenGroups', 'memberships', 'directoryObjects'];

  /** As if the steps from the directory on had not been taken yet, in the backup that there is. */
  const makeOlder = async (dropped: readonly string[]): Promise<void> => {
    const [name = ''] = await backupNames();
    const backup = new DatabaseSync(path.join(lab.backups, name));
    for (const table of dropped) backup.exec(`DROP TABLE "${table}"`);
    backup.exec("DELETE FROM kysely_migration WHERE name >= '0007-directory'");
    backup.close();
  };

  const openWithOlderBackup = async (dropped: readonly string[]): Promise<Database> => {
    await lab.fill('Berlin');
    await makeOlder(dropped);
    await spoilDatabase(lab.file);
    return lab.open(() => new Date('2099-01-01'));
  };

  it('is brought up to date, and pushes out no other backup', async () => {
    const database = await openWithOlderBackup(newest);
    const before = await backupNames();
    await restoreNewest(database);
    expect(await folderNames(database)).toEqual(['Berlin']);
    expect(await backupNames()).toEqual(before);
  });

  it('pushes out no other backup when it cannot be brought up to date either', async () => {
    const database = await openWithOlderBackup([]);
    const before = await backupNames();
    await expect(restoreNewest(database)).rejects.toMatchObject(unreadable);
    expect(await backupNames()).toEqual(before);
  });
});

describe('a restore that the system refuses', () => {
  const at = new Date('2026-05-04T03:02:01.000Z');
  const keptAs = 'console.unreadable-2026-05-04T03-02-01.000Z.db';

  it.each([
    ['at its first step', ''],
    ['in its middle', '-wal'],
  ])('%s leaves everything as it was', async (_, companion) => {
    await lab.fill('Berlin');
    await spoilDatabase(lab.file);
    const database = lab.open(() => at);
    await database.health();
    await writeFile(`${lab.file}-wal`, 'what was not yet written');
    await mkdir(path.join(lab.directory, `${keptAs}${companion}`));
    const before = await readdir(lab.directory);
    await expect(restoreNewest(database)).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
    expect(await readdir(lab.directory)).toEqual(before);
  });
});
