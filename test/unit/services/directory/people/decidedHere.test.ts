import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { administratorRoleId } from '../../../../../electron/contract/users/role.ts';
import { noteNothing } from '../../../../../electron/services/audit/note.ts';
import { addUserRow } from '../../../stores/users/peopleRows.ts';
import { addGrantRow } from '../../../stores/users/roleRows.ts';
import { administrator } from '../../users/actors.ts';
import type { FoundObject } from '../../../../../electron/services/directory/directoryReader.ts';
import { type DirectoryPeopleLab, openDirectoryPeopleLab } from './directoryPeopleLab.ts';

let lab: DirectoryPeopleLab;
let anna: FoundObject;
let id: string;
beforeEach(async () => {
  lab = await openDirectoryPeopleLab();
  anna = lab.directory.addUser('anna', { mail: 'anna@corp.example', preferredLanguage: 'de-AT' });
  [id = ''] = await lab.addObjects([anna]);
});
afterEach(() => lab.remove());

const details = () => lab.people.users.getUser(id, administrator);
const save = async (change: object) => {
  const { revision, values, grants } = await details();
  const { name: _name, displayName: _displayName, language: _language, ...kept } = values;
  await lab.people.users.saveUser({ id, revision, grants, values: { ...kept, ...change } }, administrator);
};

describe('what an administrator decides of somebody of the directory', () => {
  it('is shown with who that is there, and which groups are known', async () => {
    expect(await details()).toMatchObject({
      values: { name: 'CORP\\anna', mail: 'anna@corp.example', language: 'de' },
      directory: { objectGuid: anna.objectGuid, state: 'present', overrides: [], isAutoProvisioned: false },
      membership: { state: 'neverRead', groups: [] },
    });
  });

  it('may be another address, which the directory replaces no more until it is taken away', async () => {
    await save({ mail: 'me@home.example' });
    await lab.signIn('anna');
    expect(await details()).toMatchObject({
      values: { mail: 'me@home.example', language: 'de' },
      directory: { overrides: ['mail'] },
    });
    await save({ mail: null });
    await lab.signIn('anna');
    expect(await details()).toMatchObject({
      values: { mail: 'anna@corp.example' },
      directory: { overrides: [] },
    });
  });

  it('is neither a name nor that a password has to be changed', async () => {
    await save({ name: 'bernd', displayName: 'Bernd', mustChangePassword: true });
    expect(await details()).toMatchObject({
      values: { name: 'CORP\\anna', displayName: 'anna', mustChangePassword: false },
    });
  });
});

describe('somebody of the directory', () => {
  it('keeps the language that was chosen here', async () => {
    const identity = await lab.people.identify(await lab.signIn('anna'));
    await lab.people.service.saveOwnLanguage({ identity, note: noteNothing }, 'fr');
    await lab.signIn('anna');
    expect(await details()).toMatchObject({
      values: { language: 'fr' },
      directory: { overrides: ['language'] },
    });
  });

  it('changes no password here', async () => {
    const caller = await lab.signIn('anna');
    const identity = await lab.people.identify(caller);
    const call = { caller, identity, note: noteNothing, origin: { door: 'desktop', machine: 'PC-1' } };
    await expect(
      lab.people.service.changePassword(call, { present: 'right', next: 'another long password' }),
    ).rejects.toMatchObject({ data: { issues: [{ path: ['present'], code: 'directoryPassword' }] } });
    expect(await lab.stores.lockouts.find({ userId: id })).toBeNull();
  });

  it('is no administrator without whom the console could not do: the directory may be gone', async () => {
    const localId = await addUserRow(lab.database.query, { name: 'berta' }, 'a hash');
    for (const userId of [id, localId])
      await addGrantRow(lab.database, { userId, roleId: administratorRoleId });
    expect((await details()).restrictions.map(({ action }) => action)).not.toContain('deactivate');
    const local = await lab.people.users.getUser(localId, administrator);
    expect(local.restrictions).toContainEqual({ action: 'deactivate', reason: 'lastAdministrator' });
  });
});

describe('the list of users', () => {
  it('shows who somebody is in the directory, and finds by kind', async () => {
    await addUserRow(lab.database.query, { name: 'berta' });
    const wanted = {
      ...{ search: '', kind: null, state: null, roleId: null, folderId: null, offset: 0, limit: 10 },
      sort: { column: 'name', descending: false },
    } as const;
    const { users } = await lab.people.users.listUsers(wanted);
    expect(users.map(({ name, directory }) => [name, directory?.objectGuid ?? null])).toEqual([
      ['berta', null],
      ['CORP\\anna', anna.objectGuid],
    ]);
    const found = await lab.people.users.listUsers({ ...wanted, kind: 'directoryUser' });
    expect(found.users.map(({ name }) => name)).toEqual(['CORP\\anna']);
  });
});
