import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserGrant } from '../../../../electron/contract/users/user.ts';
import {
  actorWith,
  administrator,
  everywhere,
  labTime,
  openUsersLab,
  type UsersLab,
  valuesOf,
} from './usersLab.ts';

let lab: UsersLab;
let adminId: string;

const issue = (path: readonly (string | number)[], code: string) => ({
  code: 'INVALID_INPUT',
  data: { issues: [{ path, code }] },
});
const restricted = (action: string, reason: string) => ({ code: 'RESTRICTED', data: { action, reason } });
const helpDesk = () => actorWith('users.view', 'users.edit', 'users.create', 'roles.view');

const create = (
  name: string,
  { grants = [], password = null }: { grants?: UserGrant[]; password?: string | null } = {},
  by = administrator,
) => lab.service.createUser({ values: valuesOf(name), grants, password }, by);

beforeEach(async () => {
  lab = await openUsersLab();
  adminId = await lab.addUser({ name: 'admin', isBuiltIn: 1 }, [everywhere(lab.administratorRole)]);
});

afterEach(() => lab.remove());

describe('a new user', () => {
  it('has what was decided, and a password that has to be changed', async () => {
    const { id } = await create('anna', { password: 'a first password' });
    expect(await lab.service.getUser(id, administrator)).toMatchObject({
      ...{ revision: 1, hasPassword: true, kind: 'localUser', restrictions: [] },
      values: { name: 'anna', mustChangePassword: true },
    });
    const [hash = ''] = await lab.stores.credentials.lastOf(id, 1);
    expect(await lab.hashing.verify('a first password', hash)).toBe(true);
  });

  it('is none when the name is taken, whatever its case, or the password is refused', async () => {
    await expect(create('ADMIN', { password: 'a first password' })).rejects.toMatchObject(
      issue(['values', 'name'], 'userNameTaken'),
    );
    await expect(create('anna', { password: 'short' })).rejects.toMatchObject(
      issue(['password'], 'passwordTooShort'),
    );
    const query = await lab.database.query();
    expect(await query.selectFrom('users').select('name').execute()).toEqual([{ name: 'admin' }]);
  });

  it('gets no more rights than who makes it holds', async () => {
    const auditor = await lab.addRole('Auditor', ['audit.view']);
    const viewer = await lab.addRole('Viewer', ['users.view']);
    const grants = [everywhere(viewer), everywhere(auditor)];
    await expect(create('anna', { grants }, helpDesk())).rejects.toMatchObject(
      issue(['grants', 1, 'roleId'], 'rightNotHeld'),
    );
    await expect(
      create('anna', { grants: [everywhere(lab.administratorRole)] }, helpDesk()),
    ).rejects.toMatchObject(issue(['grants', 0, 'roleId'], 'administratorsOnly'));
    await create('anna', { grants: [everywhere(viewer), everywhere(viewer)] }, helpDesk());
  });
});

describe('saving a user', () => {
  const save = (id: string, values = {}, grants: UserGrant[] = [], by = administrator) =>
    lab.service.saveUser({ id, revision: 1, values: valuesOf('anna', values), grants }, by);

  it('is refused when somebody else saved first, and when the user is gone', async () => {
    const { id } = await create('anna');
    expect(await save(id, { displayName: 'Anna' })).toEqual({ revision: 2 });
    await expect(save(id)).rejects.toMatchObject({ code: 'CONFLICT', data: { revision: 2 } });
    await expect(save(crypto.randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { id: other } = await create('bernd');
    await expect(save(other)).rejects.toMatchObject(issue(['values', 'name'], 'userNameTaken'));
  });

  it('leaves what is not said as the user chose it meanwhile: language, and a password of their own', async () => {
    const { id } = await create('anna', { password: 'a first password' });
    await lab.stores.users.setLanguage(id, 'fr');
    const { language: _, mustChangePassword: __, ...values } = valuesOf('anna', { displayName: 'Anna' });
    await lab.service.saveUser({ id, revision: 1, values, grants: [] }, administrator);
    expect(await lab.stores.users.find(id)).toMatchObject({
      ...{ displayName: 'Anna', language: 'fr', mustChangePassword: true },
    });
    await lab.service.saveUser(
      { id, revision: 2, values: { ...values, language: null }, grants: [] },
      administrator,
    );
    expect(await lab.stores.users.find(id)).toMatchObject({ language: null, mustChangePassword: true });
  });

  it('signs a user out everywhere who is deactivated', async () => {
    const { id } = await create('anna');
    await lab.addSession(id);
    await save(id, { displayName: 'Anna' });
    expect(await lab.stores.sessions.listOf(id)).toHaveLength(1);
    await lab.service.saveUser(
      { id, revision: 2, values: valuesOf('anna', { isActive: false }), grants: [] },
      administrator,
    );
    expect(await lab.stores.sessions.listOf(id)).toEqual([]);
  });

  it('keeps the predefined user and the last administrator (U22)', async () => {
    const grants = [everywhere(lab.administratorRole)];
    await expect(save(adminId, {}, grants)).rejects.toMatchObject(restricted('rename', 'builtIn'));
    await expect(save(adminId, { name: 'admin', isActive: false }, grants)).rejects.toMatchObject(
      restricted('deactivate', 'lastAdministrator'),
    );
    await expect(save(adminId, { name: 'admin' })).rejects.toMatchObject(
      restricted('removeAdministrator', 'builtIn'),
    );
  });

  it('keeps administrators from people who are none, also their passwords and sessions', async () => {
    const by = helpDesk();
    const grants = [everywhere(lab.administratorRole)];
    const refusal = restricted('change', 'onlyAdministrators');
    await expect(save(adminId, { name: 'admin' }, grants, by)).rejects.toMatchObject(refusal);
    const password = 'another password';
    await expect(lab.service.setPassword({ id: adminId, password }, by)).rejects.toMatchObject(refusal);
    await expect(lab.service.endSessions(adminId, by)).rejects.toMatchObject(refusal);
  });

  it('takes nobody over who holds more rights: neither by an address nor by a password', async () => {
    const auditor = await lab.addRole('Auditor', ['audit.view']);
    const grants = [everywhere(auditor)];
    const { id } = await create('anna', { grants });
    const refusal = { code: 'NOT_ALLOWED', data: { permission: 'audit.view' } };
    await expect(save(id, { mail: 'x@corp.example' }, grants, helpDesk())).rejects.toMatchObject(refusal);
    const password = 'another password';
    await expect(lab.service.setPassword({ id, password }, helpDesk())).rejects.toMatchObject(refusal);
    await save(id, { displayName: 'Anna' }, grants, helpDesk());
  });

  it('takes no role away that gives more than who saves holds, and shows which those are', async () => {
    const auditor = await lab.addRole('Auditor', ['audit.view']);
    const viewer = await lab.addRole('Viewer', ['users.view']);
    const grants = [everywhere(auditor), everywhere(viewer)];
    const { id } = await create('anna', { grants });
    const refusal = { code: 'NOT_ALLOWED', data: { permission: 'audit.view' } };
    await expect(save(id, {}, [], helpDesk())).rejects.toMatchObject(refusal);
    await expect(save(id, {}, [everywhere(viewer)], helpDesk())).rejects.toMatchObject(refusal);
    const { grantsAbove } = await lab.service.getUser(id, helpDesk());
    expect(grantsAbove).toEqual([everywhere(auditor)]);
    expect((await lab.service.getUser(id, administrator)).grantsAbove).toEqual([]);
    await save(id, {}, [everywhere(auditor)], helpDesk());
  });

  it('never leaves the console without an active administrator, however many save at once', async () => {
    const grants = [everywhere(lab.administratorRole)];
    const names = ['a1', 'a2', 'a3', 'a4'];
    const ids = await Promise.all(
      names.map(async (name) => (await create(name, { grants, password: 'a first password' })).id),
    );
    await lab.service.saveUser(
      { id: adminId, revision: 1, values: valuesOf('admin', { isActive: false }), grants },
      administrator,
    );
    const results = await Promise.allSettled(
      ids.map((id, at) =>
        lab.service.saveUser(
          { id, revision: 1, values: valuesOf(names[at] ?? '', { isActive: at % 2 === 0 }), grants: [] },
          administrator,
        ),
      ),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await lab.stores.users.countActiveHolders(lab.administratorRole)).toBe(1);
  });

  it('counts no administrator who has no password yet: nobody else could sign in', async () => {
    const grants = [everywhere(lab.administratorRole)];
    const { id } = await create('anna', { grants });
    const values = valuesOf('admin', { isActive: false });
    const deactivate = () =>
      lab.service.saveUser({ id: adminId, revision: 1, values, grants }, administrator);
    await expect(deactivate()).rejects.toMatchObject(restricted('deactivate', 'lastAdministrator'));
    await lab.service.setPassword({ id, password: 'a first password' }, administrator);
    await deactivate();
  });

  it('with a new password ends the sessions that the old one began', async () => {
    const { id } = await create('anna', { password: 'a first password' });
    await lab.addSession(id);
    await lab.service.setPassword({ id, password: 'another password' }, administrator);
    expect(await lab.stores.sessions.listOf(id)).toEqual([]);
  });

  it.each(['password', 'address'])('with a new %s makes codes that were mailed useless', async (what) => {
    const { id, revision } = await create('anna', { password: 'a first password' });
    const code = { codeHash: 'hash', userId: id, createdAt: labTime, expiresAt: labTime + 1 };
    await lab.stores.resetCodes.add(code);
    if (what === 'password') await lab.service.setPassword({ id, password: 'another one' }, administrator);
    const values = valuesOf('anna', { mail: 'new@corp.example' });
    if (what === 'address') await lab.service.saveUser({ id, revision, values, grants: [] }, administrator);
    expect(await lab.stores.resetCodes.isGood(id, 'hash', labTime)).toBe(false);
  });
});
