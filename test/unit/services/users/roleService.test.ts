import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { permissions } from '../../../../electron/contract/permissions.ts';
import {
  administratorRoleId,
  roleSchema,
  type RoleValues,
} from '../../../../electron/contract/users/role.ts';
import { createRoleService, type RoleService } from '../../../../electron/services/users/roleService.ts';
import { createRoleStore } from '../../../../electron/stores/users/roleStore.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';
import { addUserRow } from '../../stores/users/peopleRows.ts';
import { addFolderRow, addGrantRow } from '../../stores/users/roleRows.ts';
import { administrator, personWith } from './actors.ts';

let database: TemporaryDatabase;
let service: RoleService;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  service = createRoleService(createRoleStore(database.query));
});

afterEach(() => database.remove());

const helpDesk: RoleValues = {
  name: 'Help desk',
  description: 'Unlocks users',
  permissions: ['users.view', 'users.edit'],
};
const nobody = { users: 0, groups: 0 };
const invalid = (path: readonly string[], code: string, parameters = {}) => ({
  code: 'INVALID_INPUT',
  data: { issues: [{ path, code, parameters }] },
});

describe('roles', () => {
  it('are one at first: Administrator, with every permission there is', async () => {
    const roles = await service.listRoles();
    expect(roles).toEqual([
      expect.objectContaining({ id: administratorRoleId, isBuiltIn: true, permissions: [...permissions] }),
    ]);
    expect(roleSchema.parse(roles[0])).toEqual(roles[0]);
  });

  it('are made and changed, their permissions in the order of the contract and each once', async () => {
    const made = await service.createRole(
      { ...helpDesk, permissions: ['users.edit', ...helpDesk.permissions] },
      administrator,
    );
    expect(made).toMatchObject({
      ...helpDesk,
      ...{ isBuiltIn: false, revision: 1, holders: nobody },
    });
    const values = { ...helpDesk, name: 'Service desk', permissions: [] };
    const saved = await service.saveRole({ id: made.id, revision: 1, values }, administrator);
    expect(saved).toMatchObject({ ...values, revision: 2 });
    expect(await service.listRoles()).toHaveLength(2);
  });

  it('have a name of their own, whatever the case', async () => {
    const { id } = await service.createRole(helpDesk, administrator);
    const taken = invalid(['values', 'name'], 'roleNameTaken');
    const values = { ...helpDesk, name: 'ADMINISTRATOR' };
    await expect(service.createRole(values, administrator)).rejects.toMatchObject(taken);
    await expect(service.saveRole({ id, revision: 1, values }, administrator)).rejects.toMatchObject(taken);
    const own = { ...helpDesk, name: 'HELP DESK' };
    expect(await service.saveRole({ id, revision: 1, values: own }, administrator)).toMatchObject(own);
  });

  it('are not changed by somebody who looked before another changed them', async () => {
    const { id } = await service.createRole(helpDesk, administrator);
    const request = { id, revision: 1, values: helpDesk };
    const both = [service.saveRole(request, administrator), service.saveRole(request, administrator)];
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(service.saveRole(request, administrator)).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { revision: 2 },
    });
  });

  it('get no permission that who saves them does not hold, and lose none', async () => {
    const actor = personWith(['roles.create', 'roles.edit', 'users.view']);
    const refused = invalid(['values', 'permissions'], 'rightNotHeld', { permission: 'users.edit' });
    await expect(service.createRole(helpDesk, actor)).rejects.toMatchObject(refused);
    const { id } = await service.createRole(helpDesk, administrator);
    const more = { ...helpDesk, permissions: [...helpDesk.permissions, 'security.edit' as const] };
    await expect(service.saveRole({ id, revision: 1, values: more }, actor)).rejects.toMatchObject(
      invalid(['values', 'permissions'], 'rightNotHeld', { permission: 'security.edit' }),
    );
    const fewer = { ...helpDesk, permissions: ['users.view' as const] };
    await expect(service.saveRole({ id, revision: 1, values: fewer }, actor)).rejects.toMatchObject(refused);
    await expect(service.deleteRole({ id, revision: 1, holders: nobody }, actor)).rejects.toMatchObject({
      ...{ code: 'NOT_ALLOWED', data: { permission: 'users.edit' } },
    });
    const renamed = { ...helpDesk, name: 'Service desk' };
    expect(await service.saveRole({ id, revision: 1, values: renamed }, actor)).toMatchObject({
      revision: 2,
    });
  });

  it('never change when they are built in', async () => {
    const id = administratorRoleId;
    const refused = invalid(['id'], 'builtInRole');
    const saving = service.saveRole({ id, revision: 1, values: helpDesk }, administrator);
    await expect(saving).rejects.toMatchObject(refused);
    await expect(
      service.deleteRole({ id, revision: 1, holders: nobody }, administrator),
    ).rejects.toMatchObject(refused);
  });

  it('that are gone are not found', async () => {
    const { id } = await service.createRole(helpDesk, administrator);
    await service.deleteRole({ id, revision: 1, holders: nobody }, administrator);
    const saving = service.saveRole({ id, revision: 1, values: helpDesk }, administrator);
    await expect(saving).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.previewDeletion(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('deleting a role', () => {
  it('takes it from exactly those whom the preview counted, each once', async () => {
    const { id: roleId } = await service.createRole(helpDesk, administrator);
    const anna = await addUserRow(database.query, { name: 'anna' });
    const staff = await addUserRow(database.query, { name: 'staff', kind: 'directoryGroup' });
    const folderId = await addFolderRow(database, 'Europe');
    await addGrantRow(database, { userId: anna, roleId });
    await addGrantRow(database, { userId: anna, roleId, folderId });
    await addGrantRow(database, { userId: staff, roleId });
    const preview = await service.previewDeletion(roleId);
    expect(preview).toEqual({ revision: 1, holders: { users: 1, groups: 1 } });

    const bernd = await addUserRow(database.query, { name: 'bernd' });
    await addGrantRow(database, { userId: bernd, roleId });
    const late = service.deleteRole({ id: roleId, ...preview }, administrator);
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });

    await service.deleteRole({ id: roleId, ...(await service.previewDeletion(roleId)) }, administrator);
    const grants = await (await database.query()).selectFrom('grants').selectAll().execute();
    expect(grants).toEqual([]);
  });
});
