import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  createPeopleStores,
  type PeopleStores,
} from '../../../../electron/stores/users/peopleTransaction.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../database/temporaryDatabase.ts';
import { addUserRow } from '../users/peopleRows.ts';
import { addDirectoryObject, sid } from './directoryObjectRow.ts';

let database: TemporaryDatabase;
let stores: PeopleStores;
beforeEach(async () => {
  database = await openTemporaryDatabase();
  stores = createPeopleStores(database.query);
});
afterEach(() => database.remove());

const addObject = (kind: 'directoryUser' | 'directoryGroup', rid: number): Promise<string> =>
  addDirectoryObject(database, stores, kind, rid);

it('keeps 30,000 groups of a token, and writes of them only what changes', async () => {
  const person = await addObject('directoryUser', 1);
  const group = await addObject('directoryGroup', 29_999);
  const token = Array.from({ length: 30_000 }, (_, at) => sid(at + 10));
  await stores.memberships.replace(person, token, 1_000);
  expect(await stores.memberships.countTokenGroups(person)).toBe(30_000);
  expect(await stores.memberships.find(person)).toEqual({
    ...{ readAt: 1_000, failedAt: null, obstacle: null },
    groups: [{ userId: group, objectSid: sid(29_999), name: 'CORP\\object 29999' }],
  });
  await stores.memberships.replace(person, [...token.slice(1, -1), sid(50_000)], 2_000);
  expect(await stores.memberships.countTokenGroups(person)).toBe(29_999);
});

it('knows no membership of groups and local users', async () => {
  const group = await addObject('directoryGroup', 2);
  const local = await addUserRow(database.query, { name: 'anna' });
  expect(await stores.memberships.find(group)).toBeNull();
  expect(await stores.memberships.find(local)).toBeNull();
});

it('forgets who is removed', async () => {
  const person = await addObject('directoryUser', 1);
  await stores.memberships.replace(person, [sid(2)], 1_000);
  await stores.users.remove([person]);
  const query = await database.query();
  for (const table of ['directoryObjects', 'memberships', 'tokenGroups'] as const)
    expect(await query.selectFrom(table).selectAll().execute()).toEqual([]);
});
