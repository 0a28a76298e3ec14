import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserQuery } from '../../../../electron/contract/users/user.ts';
import { createLockoutStore } from '../../../../electron/stores/users/lockoutStore.ts';
import { createUserListing, type UserListing } from '../../../../electron/stores/users/userListing.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../database/temporaryDatabase.ts';
import { addUserRow } from './peopleRows.ts';

const everybody: UserQuery = {
  search: '',
  kind: null,
  state: null,
  roleId: null,
  folderId: null,
  sort: { column: 'name', descending: false },
  offset: 0,
  limit: 100,
};

let database: TemporaryDatabase;
let listing: UserListing;

const names = async (wanted: Partial<UserQuery>): Promise<string[]> =>
  (await listing.list({ ...everybody, ...wanted }, 1_000)).users.map(({ name }) => name);

const addRole = async (id: string, holders: readonly (readonly [string, string | null])[]) => {
  const query = await database.query();
  await query
    .insertInto('roles')
    .values({ id, name: id, nameKey: id, description: '', isBuiltIn: 0, revision: 1 })
    .execute();
  for (const [userId, folderId] of holders)
    await query.insertInto('grants').values({ userId, roleId: id, folderId }).execute();
};

beforeEach(async () => {
  database = await openTemporaryDatabase();
  listing = createUserListing(database.query);
  const add = (values: Parameters<typeof addUserRow>[1]) =>
    addUserRow(database.query, { id: values.name, ...values });
  await add({
    name: 'Émile',
    displayName: 'Émile Zola',
    mail: 'z@corp.example',
    searchText: 'émile émile zola z@corp.example',
  });
  await add({ name: 'anna', displayName: 'Anna Ott', lastSignInAt: 5 });
  await add({
    name: 'Bernd',
    displayName: 'Bernd 100%',
    isActive: 0,
    lastSignInAt: 9,
    searchText: 'bernd bernd 100%',
  });
  await add({ name: 'staff', kind: 'directoryGroup' });
});

afterEach(() => database.remove());

describe('the list of users', () => {
  it('is sorted by any column, the name decides between equals', async () => {
    expect(await names({})).toEqual(['anna', 'Bernd', 'staff', 'Émile']);
    expect(await names({ sort: { column: 'lastSignInAt', descending: true } })).toEqual([
      'Bernd',
      'anna',
      'Émile',
      'staff',
    ]);
  });

  it('comes in pages, with the number of all', async () => {
    const page = await listing.list({ ...everybody, offset: 1, limit: 2 }, 1_000);
    expect(page.total).toBe(4);
    expect(page.users.map(({ name }) => name)).toEqual(['Bernd', 'staff']);
  });

  it('is searched by every word, whatever the case, and signs are no wildcards', async () => {
    expect(await names({ search: 'ÉMILE corp' })).toEqual(['Émile']);
    expect(await names({ search: '0%' })).toEqual(['Bernd']);
    expect(await names({ search: '%' })).toEqual(['Bernd']);
    expect(await names({ search: `' OR 1=1 --` })).toEqual([]);
  });

  it('is filtered by kind, state, role and folder', async () => {
    const query = await database.query();
    await query
      .insertInto('folders')
      .values({ id: 'berlin', parentId: null, name: 'Berlin', nameKey: 'berlin', revision: 1 })
      .execute();
    await addRole('editors', [
      ['anna', null],
      ['anna', 'berlin'],
      ['Bernd', 'berlin'],
    ]);
    await createLockoutStore(database.query).reserve(
      { userId: 'anna' },
      { origin: { door: 'browser', machine: '' }, attempts: 1, lockMs: 500, now: 900 },
    );
    expect(await names({ kind: 'directoryGroup' })).toEqual(['staff']);
    expect(await names({ state: 'inactive' })).toEqual(['Bernd']);
    expect(await names({ state: 'locked' })).toEqual(['anna']);
    expect(await names({ roleId: 'editors' })).toEqual(['anna', 'Bernd']);
    expect(await names({ folderId: 'berlin', state: 'active' })).toEqual(['anna']);
    const { users } = await listing.list({ ...everybody, search: 'anna' }, 1_000);
    expect(users).toMatchObject([{ lockedUntil: 1_400, roleIds: ['editors'] }]);
    expect(await listing.listIds({ ...everybody, state: 'locked' }, 1_400)).toEqual([]);
  });
});
