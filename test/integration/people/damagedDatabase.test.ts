import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createDatabase } from '../../../electron/stores/database/createDatabase.ts';
import { spoilDatabaseInUse } from '../../unit/stores/database/spoilDatabase.ts';
import { administratorPassword, openPeopleDoor, type PeopleDoor } from './openPeopleDoor.ts';

let door: PeopleDoor;
afterEach(() => door.close());

const pageBytes = 4_096;

/** What may become of the file of a database. */
const damages = {
  'is overwritten in its middle': {
    reason: 'damaged',
    damage: (file) => {
      const content = readFileSync(file);
      content.fill(0xa5, pageBytes, 3 * pageBytes);
      writeFileSync(file, content);
    },
  },
  'is cut off': {
    reason: 'damaged',
    damage: (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
  },
  'is no database': {
    reason: 'damaged',
    damage: (file) => writeFileSync(file, 'Dear diary, nothing of this is a database. '.repeat(500)),
  },
  'is emptied': { reason: 'missing', damage: (file) => truncateSync(file, 0) },
  'is removed': { reason: 'missing', damage: (file) => rmSync(file) },
} satisfies Record<string, { reason: string; damage: (file: string) => void }>;

const fileIn = (dataDirectory: string): string => path.join(dataDirectory, 'console.db');

const keepBackup = async (directory: string): Promise<void> => {
  const database = createDatabase({ directory, now: () => new Date() });
  await database.keepBackup();
  await database.close();
};

const bytesOf = (file: string): string | null =>
  readdirSync(path.dirname(file)).includes(path.basename(file)) ? readFileSync(file, 'base64') : null;

/** Closes the program with an administrator and a backup, damages the file of its database, and opens it again. */
const openDamaged = async (damage: (file: string) => void): Promise<string | null> => {
  const first = await openPeopleDoor();
  await first.setUp();
  const { dataDirectory: directory } = first;
  await first.stop();
  await keepBackup(directory);
  damage(fileIn(directory));
  const damaged = bytesOf(fileIn(directory));
  door = await openPeopleDoor(directory);
  return damaged;
};

const stateOf = async (browser: Awaited<ReturnType<PeopleDoor['browse']>>) =>
  (await browser.client.session.getSession()).state;

it.each(Object.entries(damages))(
  'a database that %s is told, kept and replaced by a backup',
  async (_, { reason, damage }) => {
    const damaged = await openDamaged(damage);
    const starter = await door.browse(door.host.createStartLink());
    const stranger = await door.browse();
    expect([await stateOf(starter), await stateOf(stranger)]).toEqual(['unreadable', 'signedOut']);
    expect(
      (await stranger.call('session.signIn', { name: 'admin', password: administratorPassword })).status,
    ).not.toBe(200);

    const health = await starter.client.security.getDatabaseHealth();
    expect(health).toMatchObject({ state: 'unreadable', reason, backups: [{}] });
    expect(bytesOf(fileIn(door.dataDirectory))).toBe(damaged);

    const name = health.state === 'unreadable' ? (health.backups[0]?.name ?? '') : '';
    await starter.client.security.restoreDatabase({ name });
    const kept = readdirSync(door.dataDirectory).filter((each) => /^console\.unreadable-.*\.db$/.test(each));
    expect(kept.map((each) => bytesOf(path.join(door.dataDirectory, each)))).toEqual(
      damaged === null ? [] : [damaged],
    );
    const browser = await door.browse();
    expect(
      (await browser.call('session.signIn', { name: 'admin', password: administratorPassword })).status,
    ).toBe(200);
    expect(await stateOf(browser)).toBe('signedIn');
  },
);

it('a database that is damaged while the program runs is told at once, and replaced by a backup', async () => {
  door = await openPeopleDoor();
  const starter = await door.setUp();
  await keepBackup(door.dataDirectory);
  await spoilDatabaseInUse(fileIn(door.dataDirectory));
  await expect(starter.client.roles.listRoles()).rejects.toMatchObject({ code: 'DATABASE_UNREADABLE' });
  expect(await stateOf(starter)).toBe('unreadable');
  const health = await starter.client.security.getDatabaseHealth();
  expect(health).toMatchObject({ state: 'unreadable', reason: 'damaged', backups: [{}] });
  const name = health.state === 'unreadable' ? (health.backups[0]?.name ?? '') : '';
  await starter.client.security.restoreDatabase({ name });
  await starter.call('session.signIn', { name: 'admin', password: administratorPassword });
  expect(await stateOf(starter)).toBe('signedIn');
});
