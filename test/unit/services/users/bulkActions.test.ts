import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BulkAction, BulkSubject } from '../../../../electron/contract/users/bulk.ts';
import { addUserRow } from '../../stores/users/peopleRows.ts';
import { actorWith, administrator, everywhere, labTime, openUsersLab, type UsersLab } from './usersLab.ts';

let lab: UsersLab;
let adminId: string;
let annaId: string;
let berndId: string;

const all: BulkSubject = { filter: { search: '', kind: null, state: null, roleId: null, folderId: null } };
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
