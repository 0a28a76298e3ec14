import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BulkAction, BulkSubject } from '../../../../electron/contract/users/bulk.ts';
import { addDirectoryObject, sid } from '../../stores/directory/directoryObjectRow.ts';
import { addUserRow } from '../../stores/users/peopleRows.ts';
import { actorWith, administrator, everywhere, labTime, openUsersLab, type UsersLab } from './usersLab.ts';

let lab: UsersLab;
let adminId: string;
let annaId: string;
let berndId: string;

const all = { filter: { search: '', kind: null, state: null, roleId: null, folderId: null } };
const firstPage = { sort: { column: 'name' as const, descending: false }, offset: 0, limit: 100 };
const preview = (action: BulkAction, subject: BulkSubject = all, by = administrator) =>
  lab.service.previewBulk({ action, subject }, by);
const apply = async (action: BulkAction, subject: BulkSubject = all, by = administrator) => {
  const { fingerprint } = await preview(action, subject, by);
  return lab.service.applyBulk({ action, subject, fingerprint }, by);
};
const reasons = async (action: BulkAction, by = administrator) =>
  Object.fromEntries(
    (await preview(action, all, by)).leftOut.map(({ reason, users }) => [
      reason,
      users.map(({ name }) => name),
    ]),
  );

beforeEach(async () => {
  lab = await openUsersLab();
  adminId = await lab.addUser({ name: 'admin', isBuiltIn: 1 }, [everywhere(lab.administratorRole)]);
  annaId = await lab.addUser({ name: 'anna', searchText: 'anna' });
  berndId = await lab.addUser({ name: 'bernd', isActive: 0 });
});

afterEach(() => lab.remove());

describe('a bulk action', () => {
  it('says whom it would change, who is left out and why, and does just that', async () => {
    expect(await preview({ kind: 'deactivate' })).toMatchObject({
      count: 1,
      users: [{ id: annaId, name: 'anna' }],
      leftOut: [
        { reason: 'lastAdministrator', count: 1, users: [{ id: adminId }] },
        { reason: 'unchanged', count: 1, users: [{ id: berndId }] },
      ],
    });
    await lab.addSession(annaId);
    expect(await apply({ kind: 'deactivate' })).toEqual({ changed: 1 });
    expect(await lab.stores.sessions.listOf(annaId)).toEqual([]);
    expect(await lab.stores.users.find(annaId)).toMatchObject({ isActive: false, revision: 2 });
  });

  it('is refused when it would now change others than its preview said', async () => {
    const { fingerprint } = await preview({ kind: 'delete' });
    await lab.addUser({ name: 'cleo' });
    const request = { action: { kind: 'delete' as const }, subject: all, fingerprint };
    await expect(lab.service.applyBulk(request, administrator)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await lab.stores.users.find(annaId)).not.toBeNull();
  });

  it('leaves one active administrator, also when it is for all of them', async () => {
    await lab.addUser({ name: 'zoe' }, [everywhere(lab.administratorRole)]);
    expect(await reasons({ kind: 'deactivate' })).toMatchObject({ lastAdministrator: ['zoe'] });
    await apply({ kind: 'deactivate' });
    expect(await lab.stores.users.countActiveHolders(lab.administratorRole)).toBe(1);
  });

  it('deletes neither administrators, nor the predefined user, nor oneself (U22–U24)', async () => {
    await lab.addUser({ name: 'zoe' }, [everywhere(lab.administratorRole)]);
    expect(await reasons({ kind: 'delete' }, { ...administrator, userId: annaId })).toEqual({
      builtIn: ['admin'],
      self: ['anna'],
      administrator: ['zoe'],
    });
    await apply({ kind: 'delete' }, { ids: [berndId, adminId] });
    expect(await lab.stores.users.findAll([berndId, adminId])).toMatchObject([{ id: adminId }]);
  });

  it('unlocks those who are locked, administrators for an administrator alone', async () => {
    const attempt = {
      origin: { door: 'browser', machine: 'PC' },
      now: labTime,
      attempts: 1,
      lockMs: 300_000,
    };
    for (const userId of [annaId, adminId]) await lab.stores.lockouts.reserve({ userId }, attempt);
    // Who lifts the lock of an administrator after each few guesses would guess without end.
    const editor = actorWith('users.edit');
    expect(await reasons({ kind: 'unlock' }, editor)).toMatchObject({ onlyAdministrators: ['admin'] });
    expect(await apply({ kind: 'unlock' }, all, editor)).toEqual({ changed: 1 });
    expect(await lab.stores.lockouts.find({ userId: annaId })).toBeNull();
    expect(await apply({ kind: 'unlock' })).toEqual({ changed: 1 });
  });

  it('gives and takes roles, each once', async () => {
    const role = { roleId: await lab.addRole('Viewer', ['users.view']), folderId: null };
    const subject = { ids: [annaId, berndId] };
    expect(await apply({ kind: 'addRole', ...role }, subject)).toEqual({ changed: 2 });
    expect(await preview({ kind: 'addRole', ...role }, subject)).toMatchObject({ count: 0 });
    expect(await apply({ kind: 'removeRole', ...role }, { ids: [annaId] })).toEqual({ changed: 1 });
    expect(await lab.stores.users.find(berndId)).toMatchObject({ grants: [role] });
  });

  it('needs the right that its action takes, and gives no role above the own rights (U25)', async () => {
    const roleId = await lab.addRole('Auditor', ['audit.view']);
    const editor = actorWith('users.edit', 'roles.view');
    const refused = (permission: string) => ({ code: 'NOT_ALLOWED', data: { permission } });
    await expect(preview({ kind: 'delete' }, all, editor)).rejects.toMatchObject(refused('users.delete'));
    await expect(preview({ kind: 'activate' }, all, actorWith('users.delete'))).rejects.toMatchObject(
      refused('users.edit'),
    );
    await expect(preview({ kind: 'addRole', roleId, folderId: null }, all, editor)).rejects.toMatchObject({
      data: { issues: [{ path: ['action', 'roleId'], code: 'rightNotHeld' }] },
    });
  });

  it('takes no role away that gives more than the own rights', async () => {
    const role = { roleId: await lab.addRole('Auditor', ['audit.view']), folderId: null };
    await lab.addUser({ name: 'cleo' }, [role]);
    const action = { kind: 'removeRole' as const, ...role };
    expect(await reasons(action, actorWith('users.edit', 'roles.view'))).toMatchObject({
      rightNotHeld: ['cleo'],
    });
    expect(await apply(action)).toEqual({ changed: 1 });
  });

  it('names those who are gone', async () => {
    const gone = crypto.randomUUID();
    expect(await preview({ kind: 'activate' }, { ids: [gone] })).toMatchObject({
      count: 0,
      leftOut: [{ reason: 'gone', count: 1, users: [{ id: gone }] }],
    });
  });

  it('takes more users than a statement takes values', async () => {
    const query = await lab.database.query();
    await query.transaction().execute(async (transaction) => {
      for (let at = 0; at < 1_500; at += 1) await addUserRow(async () => transaction, { name: `user${at}` });
    });
    const role = { roleId: await lab.addRole('Viewer', ['users.view']), folderId: null };
    expect(await apply({ kind: 'addRole', ...role })).toEqual({ changed: 1_503 });
    expect(await apply({ kind: 'removeRole', ...role })).toEqual({ changed: 1_503 });
  });
});

describe('groups among many', () => {
  const addObject = async (
    kind: 'directoryUser' | 'directoryGroup',
    rid: number,
    roleIds: readonly string[] = [],
  ) => {
    const id = await addDirectoryObject(lab.database, lab.stores, kind, rid);
    for (const roleId of roleIds) await lab.stores.users.addGrant([id], everywhere(roleId));
    return id;
  };

  it('are counted for themselves', async () => {
    const ids = [annaId, await addObject('directoryGroup', 1), await addObject('directoryUser', 2)];
    expect(await preview({ kind: 'delete' }, { ids })).toMatchObject({ count: 3, groups: 1 });
    expect(await lab.service.listUsers({ ...all.filter, ...firstPage })).toMatchObject({
      total: 5,
      groups: 1,
    });
  });

  it('take roles away that nothing else gives: the preview says from whom', async () => {
    const [mail, audit] = [
      await lab.addRole('Mail', ['mail.view']),
      await lab.addRole('Audit', ['audit.view']),
    ];
    const group = await addObject('directoryGroup', 1, [mail]);
    const other = await addObject('directoryGroup', 2, [mail, audit]);
    const loser = await addObject('directoryUser', 11);
    await lab.stores.memberships.replace(loser, [sid(1), sid(99)], 1);
    await lab.stores.memberships.replace(await addObject('directoryUser', 12), [sid(1), sid(2)], 1);
    await lab.stores.memberships.replace(await addObject('directoryUser', 13, [mail]), [sid(1)], 1);
    await lab.stores.memberships.replace(await addObject('directoryUser', 14), [sid(99)], 1);
    const losing = { count: 1, users: [{ id: loser, name: 'CORP\\object 11' }], roleIds: [mail] };
    expect(await preview({ kind: 'delete' }, { ids: [group] })).toMatchObject({ losing });
    expect(await preview({ kind: 'deactivate' }, { ids: [group, annaId] })).toMatchObject({ losing });
    expect(await preview({ kind: 'delete' }, { ids: [group, loser] })).toMatchObject({
      losing: { count: 0 },
    });
    const both = await preview({ kind: 'delete' }, { ids: [group, other] });
    expect(both.losing.count).toBe(2);
    expect(new Set(both.losing.roleIds)).toEqual(new Set([mail, audit]));
  });

  it('stand with the roles that they give beside their people, as long as they are active', async () => {
    const mail = await lab.addRole('Mail', ['mail.view']);
    const group = await addObject('directoryGroup', 1, [mail]);
    const person = await addObject('directoryUser', 11);
    await lab.stores.memberships.replace(person, [sid(1)], 1);
    const inheritedRoleIds = async () =>
      (await lab.service.listUsers({ ...all.filter, ...firstPage })).users.find(({ id }) => id === person)
        ?.inheritedRoleIds;
    expect(await inheritedRoleIds()).toEqual([mail]);
    expect((await lab.service.getUser(person, administrator)).inherited).toEqual([
      { groupId: group, ...everywhere(mail) },
    ]);
    await apply({ kind: 'deactivate' }, { ids: [group] });
    expect(await inheritedRoleIds()).toEqual([]);
  });
});
