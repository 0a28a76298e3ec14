import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { roleHolderSchema } from '../../../../electron/contract/users/holders.ts';
import { administratorRoleId } from '../../../../electron/contract/users/role.ts';
import type { Actor } from '../../../../electron/services/users/actor.ts';
import { createRoleUsers, type RoleUsers } from '../../../../electron/services/users/roleUsers.ts';
import {
  createPeopleStores,
  createPeopleTransaction,
} from '../../../../electron/stores/users/peopleTransaction.ts';
import { createRoleHolderStore } from '../../../../electron/stores/users/roleHolderStore.ts';
import { createUserStore } from '../../../../electron/stores/users/userStore.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';
import { addUserRow } from '../../stores/users/peopleRows.ts';
import { addFolderRow, addGrantRow, addRoleRow } from '../../stores/users/roleRows.ts';
import { administrator, personWith } from './actors.ts';

let database: TemporaryDatabase;
let service: RoleUsers;
let anna: string;
let bernd: string;
let editors: string;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  service = createRoleUsers({
    stores: createPeopleStores(database.query),
    transact: createPeopleTransaction(database.query),
    holders: createRoleHolderStore(database.query),
  });
  anna = await addUserRow(database.query, { name: 'anna' }, 'the hash of a password');
  bernd = await addUserRow(database.query, { name: 'bernd' }, 'the hash of a password');
  editors = await addRoleRow(database, 'Mail editors', ['mail.edit', 'users.view']);
});

afterEach(() => database.remove());

const unknown = '00000000-0000-4000-8000-00000000ffff';
const everywhere = { folderId: null, add: [], remove: [] };
const holdersOf = async (id: string) => {
  const { total, holders } = await service.listRoleUsers({ id, offset: 0, limit: 100 }, administrator);
  expect(total).toBe(holders.length);
  return z
    .array(roleHolderSchema)
    .parse(holders)
    .map(({ name, folderId }) => [name, folderId]);
};
const keptIn = async (id: string, actor: Actor = administrator) => {
  const { holders } = await service.listRoleUsers({ id, offset: 0, limit: 100 }, actor);
  return holders.map(({ name, keptBecause }) => [name, keptBecause]);
};
const restricted = (action: string, reason: string) => ({ code: 'RESTRICTED', data: { action, reason } });

describe('the users of a role (U25)', () => {
  it('are listed also while another program writes', async () => {
    await addGrantRow(database, { userId: anna, roleId: editors });
    const foreign = new DatabaseSync(path.join(database.directory, 'console.db'));
    foreign.exec('BEGIN IMMEDIATE');
    expect(await holdersOf(editors)).toEqual([['anna', null]]);
    foreign.close();
  });

  it('get it and lose it in one place, everything else stays', async () => {
    const folderId = await addFolderRow(database, 'Europe');
    await addGrantRow(database, { userId: anna, roleId: editors });
    await addGrantRow(database, { userId: anna, roleId: editors, folderId });
    const change = { id: editors, folderId: null, add: [bernd], remove: [anna] };
    await service.setRoleUsers(change, administrator);
    await service.setRoleUsers(change, administrator);
    expect(await holdersOf(editors)).toEqual([
      ['anna', folderId],
      ['bernd', null],
    ]);
  });

  it('are found by the folder that they hold it for', async () => {
    const folderId = await addFolderRow(database, 'Asia');
    await addGrantRow(database, { userId: anna, roleId: editors, folderId });
    const { total, holders } = await service.listFolderUsers({ id: folderId, offset: 0, limit: 10 });
    expect(holders.map(({ name, roleId }) => [name, roleId])).toEqual([['anna', editors]]);
    expect(total).toBe(1);
  });

  it('are of another revision then, so that nobody saves them as they were', async () => {
    await service.setRoleUsers({ ...everywhere, id: editors, add: [bernd] }, administrator);
    expect(await createUserStore(database.query).find(bernd)).toMatchObject({ revision: 2 });
    expect(await createUserStore(database.query).find(anna)).toMatchObject({ revision: 1 });
  });

  it('all change or none', async () => {
    const request = { ...everywhere, id: editors, add: [bernd, unknown] };
    await expect(service.setRoleUsers(request, administrator)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: ['add', 1], code: 'goneMeanwhile' }] },
    });
    expect(await holdersOf(editors)).toEqual([]);
    const gone = service.setRoleUsers({ ...everywhere, id: unknown, add: [bernd] }, administrator);
    await expect(gone).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('get nothing that who gives it does not hold', async () => {
    const request = { ...everywhere, id: editors, add: [bernd] };
    const actor = personWith(['users.view', 'roles.edit']);
    await expect(service.setRoleUsers(request, actor)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: ['id'], code: 'rightNotHeld', parameters: { permission: 'mail.edit' } }] },
    });
    await service.setRoleUsers(request, personWith(['users.view', 'roles.edit', 'mail.edit']));
  });

  it('lose nothing that who takes it does not hold', async () => {
    await addGrantRow(database, { userId: bernd, roleId: editors });
    const actor = personWith(['users.view', 'roles.edit']);
    const request = { ...everywhere, id: editors, remove: [bernd] };
    await expect(service.setRoleUsers(request, actor)).rejects.toMatchObject({
      ...{ code: 'NOT_ALLOWED', data: { permission: 'mail.edit' } },
    });
    expect(await keptIn(editors, actor)).toEqual([['bernd', 'rightNotHeld']]);
    expect(await keptIn(editors)).toEqual([['bernd', null]]);
  });
});

describe('role Administrator', () => {
  const role = { ...everywhere, id: administratorRoleId };

  it('is given and taken by administrators alone, and their roles are not touched by others', async () => {
    await addGrantRow(database, { userId: anna, roleId: administratorRoleId });
    const actor = personWith(['users.view', 'roles.edit', 'mail.edit']);
    await expect(service.setRoleUsers({ ...role, add: [bernd] }, actor)).rejects.toMatchObject({
      data: { issues: [{ path: ['id'], code: 'administratorsOnly' }] },
    });
    const taking = service.setRoleUsers({ ...role, remove: [anna] }, actor);
    await expect(taking).rejects.toMatchObject({ data: { reason: 'onlyAdministrators' } });
    expect(await keptIn(administratorRoleId, actor)).toEqual([['anna', 'onlyAdministrators']]);
    expect(await keptIn(administratorRoleId)).toEqual([['anna', 'lastAdministrator']]);
    const other = service.setRoleUsers({ ...everywhere, id: editors, add: [anna] }, actor);
    await expect(other).rejects.toMatchObject(restricted('change', 'onlyAdministrators'));
  });

  it('stays with somebody who is active, however many lose it at once', async () => {
    const carla = await addUserRow(database.query, { name: 'carla', isActive: 0 });
    for (const userId of [anna, bernd, carla])
      await addGrantRow(database, { userId, roleId: administratorRoleId });
    const last = restricted('removeAdministrator', 'lastAdministrator');
    const all = service.setRoleUsers({ ...role, remove: [anna, bernd] }, administrator);
    await expect(all).rejects.toMatchObject(last);
    await service.setRoleUsers({ ...role, remove: [anna, carla] }, administrator);
    const handover = { ...role, add: [anna], remove: [bernd] };
    await service.setRoleUsers(handover, administrator);
    expect(await holdersOf(administratorRoleId)).toEqual([['anna', null]]);
  });

  it('is never taken from the predefined user (U22)', async () => {
    const admin = await addUserRow(database.query, { name: 'admin', isBuiltIn: 1 });
    for (const userId of [anna, admin]) await addGrantRow(database, { userId, roleId: administratorRoleId });
    expect(await keptIn(administratorRoleId)).toEqual([
      ['admin', 'builtIn'],
      ['anna', 'lastAdministrator'],
    ]);
    const removing = service.setRoleUsers({ ...role, remove: [admin] }, administrator);
    await expect(removing).rejects.toMatchObject(restricted('removeAdministrator', 'builtIn'));
  });
});
