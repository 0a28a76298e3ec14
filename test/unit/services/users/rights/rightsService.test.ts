import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Permission, permissions } from '../../../../../electron/contract/permissions.ts';
import { permissionCheckSchema } from '../../../../../electron/contract/users/permissionCheck.ts';
import { administratorRoleId } from '../../../../../electron/contract/users/role.ts';
import { isHeld } from '../../../../../electron/services/users/rights/heldPermissions.ts';
import {
  createRightsService,
  type Memberships,
  type RightsService,
} from '../../../../../electron/services/users/rights/rightsService.ts';
import { createRightsStore } from '../../../../../electron/stores/users/rightsStore.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../../stores/database/temporaryDatabase.ts';
import { addUserRow } from '../../../stores/users/peopleRows.ts';
import { addFolderRow, addGrantRow, addRoleRow } from '../../../stores/users/roleRows.ts';

let database: TemporaryDatabase;
let service: RightsService;
let anna: string;
let memberships: Memberships;

const permissionOf = async (
  permission: Permission,
  taken: Parameters<typeof service.checkPermissions>[1] = null,
) => {
  const check = permissionCheckSchema.parse(await service.checkPermissions(anna, taken, true));
  return check.permissions.find((checked) => checked.permission === permission);
};

beforeEach(async () => {
  database = await openTemporaryDatabase();
  memberships = { memberOf: new Map(), names: new Map() };
  service = createRightsService({
    rights: createRightsStore(database.query),
    membershipsOf: async () => memberships,
    explain: async () => ({ ...memberships, membership: null, unreached: new Set() }),
  });
  anna = await addUserRow(database.query, { name: 'anna' });
});

afterEach(() => database.remove());

const addGroup = (name: string, isActive = 1) =>
  addUserRow(database.query, { name, kind: 'directoryGroup', isActive });

describe('the rights of a user', () => {
  it('are none without a role, and every one there is with role Administrator', async () => {
    const none = await service.heldBy(anna);
    expect(none).toEqual({
      held: { everywhere: new Set(), inFolders: new Map() },
      isAdministrator: false,
    });
    await addGrantRow(database, { userId: anna, roleId: administratorRoleId });
    const all = await service.heldBy(anna);
    expect(all.isAdministrator).toBe(true);
    expect(all.held.everywhere).toEqual(new Set(permissions));
  });

  it('reach down into folders, and no further than the folder (U29)', async () => {
    const europe = await addFolderRow(database, 'Europe');
    const berlin = await addFolderRow(database, 'Berlin', europe);
    const asia = await addFolderRow(database, 'Asia');
    const roleId = await addRoleRow(database, 'Mail editors', ['mail.edit', 'users.edit']);
    await addGrantRow(database, { userId: anna, roleId, folderId: europe });
    const { held } = await service.heldBy(anna);
    const where = [europe, berlin, asia, null].map((folderId) => isHeld(held, 'mail.edit', folderId));
    expect(where).toEqual([true, true, false, false]);
    expect(isHeld(held, 'users.edit', berlin)).toBe(false);
  });

  it('make nobody an administrator who has that role in a folder alone', async () => {
    const folderId = await addFolderRow(database, 'Europe');
    await addGrantRow(database, { userId: anna, roleId: administratorRoleId, folderId });
    const { held, isAdministrator } = await service.heldBy(anna);
    expect(isAdministrator).toBe(false);
    expect([...held.everywhere]).toEqual([]);
    expect(isHeld(held, 'mail.delete', folderId)).toBe(true);
  });

  it('come from groups too, but not from one that is not active', async () => {
    const roleId = await addRoleRow(database, 'Auditors', ['audit.view']);
    const editors = await addRoleRow(database, 'Editors', ['mail.edit']);
    const [staff, former] = [await addGroup('staff'), await addGroup('former', 0)];
    await addGrantRow(database, { userId: staff, roleId });
    await addGrantRow(database, { userId: former, roleId: editors });
    memberships = { memberOf: new Map([[anna, [staff, former]]]), names: new Map() };
    const { held } = await service.heldBy(anna);
    expect(held.everywhere).toEqual(new Set(['audit.view']));
  });
});

describe('the check of permissions (N10)', () => {
  it('names every permission, allowed or not', async () => {
    const check = await service.checkPermissions(anna, null, true);
    expect(check.user).toMatchObject({ id: anna, name: 'anna', isActive: true });
    expect(check.permissions.map(({ permission }) => permission)).toEqual(permissions);
    expect(check.permissions.every(({ places, reasons }) => places.length + reasons.length === 0)).toBe(true);
  });

  it('knows nobody of an unknown id', async () => {
    const unknown = service.checkPermissions('00000000-0000-4000-8000-00000000ffff', null, true);
    await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('says which role would allow it, were it not held for a folder alone', async () => {
    const europe = await addFolderRow(database, 'Europe');
    const roleId = await addRoleRow(database, 'Site', ['mail.edit', 'users.view']);
    await addGrantRow(database, { userId: anna, roleId, folderId: europe });
    expect(await permissionOf('users.view')).toMatchObject({
      ...{ places: [], reasons: [] },
      withheld: [{ role: { name: 'Site' }, place: { names: ['Europe'] } }],
    });
    expect(await permissionOf('mail.edit')).toMatchObject({ withheld: [] });
    await addGrantRow(database, { userId: anna, roleId: administratorRoleId });
    expect(await permissionOf('users.view')).toMatchObject({ places: [null], withheld: [] });
  });

  it('says because of which role, granted where, from which groups; explicit ones first', async () => {
    const europe = await addFolderRow(database, 'Europe');
    const berlin = await addFolderRow(database, 'Berlin', europe);
    const roleId = await addRoleRow(database, 'Mail editors', ['mail.edit']);
    const staff = await addGroup('CORP\\staff');
    const helpDesk = '6f9619ff-8b86-d011-b42d-00cf4fc964ff';
    memberships = {
      memberOf: new Map([
        [anna, [helpDesk]],
        [helpDesk, [staff]],
      ]),
      names: new Map([[helpDesk, 'CORP\\helpDesk']]),
    };
    await addGrantRow(database, { userId: staff, roleId, folderId: europe });
    await addGrantRow(database, { userId: anna, roleId, folderId: berlin });
    const role = { id: roleId, name: 'Mail editors' };
    expect(await permissionOf('mail.edit')).toEqual({
      permission: 'mail.edit',
      places: [{ id: europe, names: ['Europe'] }],
      reasons: [
        { role, place: { id: berlin, names: ['Europe', 'Berlin'] }, groups: [], isPathKnown: true },
        {
          role,
          place: { id: europe, names: ['Europe'] },
          groups: [
            { id: helpDesk, name: 'CORP\\helpDesk' },
            { id: staff, name: 'CORP\\staff' },
          ],
          isPathKnown: true,
        },
      ],
      withheld: [],
      placesWithout: null,
      isLost: false,
    });
    const withoutHelpDesk = await permissionOf('mail.edit', { groupId: helpDesk });
    expect(withoutHelpDesk).toMatchObject({ isLost: true, placesWithout: [{ id: berlin }] });
    expect(await permissionOf('mail.edit', { roleId })).toMatchObject({ isLost: true, placesWithout: [] });
    expect(await permissionOf('mail.view', { roleId })).toMatchObject({ isLost: false, placesWithout: [] });
  });

  it('loses nothing that another role gives as well', async () => {
    const first = await addRoleRow(database, 'First', ['mail.view', 'audit.view']);
    const second = await addRoleRow(database, 'Second', ['mail.view']);
    for (const roleId of [first, second]) await addGrantRow(database, { userId: anna, roleId });
    const taken = { roleId: first };
    expect(await permissionOf('mail.view', taken)).toMatchObject({ isLost: false, placesWithout: [null] });
    expect(await permissionOf('audit.view', taken)).toMatchObject({ isLost: true, placesWithout: [] });
  });

  it('gives the same answer whatever the order of the rows', async () => {
    const folderId = await addFolderRow(database, 'Europe');
    const [b, a] = [
      await addRoleRow(database, 'B', ['mail.view']),
      await addRoleRow(database, 'A', ['mail.view']),
    ];
    await addGrantRow(database, { userId: anna, roleId: b });
    await addGrantRow(database, { userId: anna, roleId: a, folderId });
    await addGrantRow(database, { userId: anna, roleId: a });
    const checked = await permissionOf('mail.view');
    expect(checked?.reasons.map(({ role, place }) => [role.name, ...(place?.names ?? [])])).toEqual([
      ['A'],
      ['A', 'Europe'],
      ['B'],
    ]);
  });
});
