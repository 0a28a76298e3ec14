import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addFolder } from '../../e2e/seededPeople.ts';
import { type Browser, openPeopleDoor, type PeopleDoor } from './openPeopleDoor.ts';

let door: PeopleDoor;
let admin: Browser;
let foreign: DatabaseSync;

beforeEach(async () => {
  door = await openPeopleDoor();
  admin = await door.setUp();
  foreign = new DatabaseSync(path.join(door.dataDirectory, 'console.db'));
});
afterEach(async () => {
  foreign.close();
  await door.close();
});

const folderNames = async (): Promise<string[]> =>
  (await admin.client.folders.listFolders()).folders.map(({ name }) => name);

it('a write is refused with BUSY when a foreign program keeps the database, and nothing of it is there', async () => {
  foreign.exec('BEGIN EXCLUSIVE');
  await expect(addFolder(admin.client, 'Berlin')).rejects.toMatchObject({ code: 'BUSY' });
  expect((await admin.client.session.getSession()).state).toBe('signedIn');
  foreign.exec('ROLLBACK');
  expect(await folderNames()).toEqual([]);
  await addFolder(admin.client, 'Berlin');
  expect(await folderNames()).toEqual(['Berlin']);
});
