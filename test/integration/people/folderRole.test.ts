import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Permission } from '../../../electron/contract/permissions.ts';
import { addFolder, addProfile, addRole, addUser } from '../../e2e/seededPeople.ts';
import { type Browser, openPeopleDoor, type PeopleDoor } from './openPeopleDoor.ts';

const firstPassword = 'a first password of mine';
const ownPassword = 'another password of mine';
const permissions: readonly Permission[] = ['mail.view', 'mail.edit', 'mail.create', 'folders.view'];

let door: PeopleDoor;
let anna: Browser;
let admin: Browser;
let ids: Record<'berlin' | 'paris' | 'berlinRelay' | 'parisRelay', string>;

beforeEach(async () => {
  door = await openPeopleDoor();
  admin = await door.setUp();
  const { client } = admin;
  const berlin = await addFolder(client, 'Berlin');
  const paris = await addFolder(client, 'Paris');
  const berlinRelay = await addProfile(client, 'berlin-relay', berlin);
  const parisRelay = await addProfile(client, 'paris-relay', paris);
  const roleId = await addRole(client, 'Operators', permissions);
  await addUser(client, 'anna', [{ roleId, folderId: berlin }], firstPassword);
  ids = { berlin, paris, berlinRelay, parisRelay };
  anna = await door.browse();
  await anna.call('session.signIn', { name: 'anna', password: firstPassword });
  await anna.call('session.changePassword', { present: firstPassword, next: ownPassword });
});
afterEach(() => door.close());

const statusOf = async (operation: string, input: unknown): Promise<number> =>
  (await anna.call(operation, input)).status;

const capture = {
  ...{ kind: 'capture', name: 'mine', testRecipient: null },
  from: { address: 'console@corp.example', displayName: '' },
};
const newest = async () => (await anna.client.mail.listProfiles()).revision;
const toSave = async (folderId: string | null) => ({
  ...{ revision: await newest(), id: null, folderId },
  ...{ values: capture, proofId: null, asDraft: true },
});

it('shows somebody with a role for one folder that folder and what lies in it, and says so in the session', async () => {
  const { profiles } = await anna.client.mail.listProfiles();
  expect(profiles.map(({ name, folderId }) => [name, folderId])).toEqual([['berlin-relay', ids.berlin]]);
  const { folders } = await anna.client.folders.listFolders();
  expect(folders.map(({ name }) => name)).toEqual(['Berlin']);
  const session = await anna.client.session.getSession();
  expect(session.permissions).toEqual([]);
  expect(session.folderPermissions).toEqual([
    { folderId: ids.berlin, permissions: expect.arrayContaining([...permissions]) as string[] },
  ]);
});

it('refuses what lies elsewhere as if it were not there: to read, save, prove, move and remove', async () => {
  const id = ids.parisRelay;
  const revision = await newest();
  const values = { ...capture, name: 'paris-relay' };
  expect(await statusOf('mail.getProfile', { id })).toBe(404);
  const save = { revision, id, values, proofId: null, asDraft: true };
  expect(await statusOf('mail.saveProfile', save)).toBe(404);
  expect(await statusOf('mail.discardDraft', { id, revision })).toBe(404);
  expect(await statusOf('mail.moveProfile', { id, revision, folderId: ids.berlin })).toBe(404);
  const proof = { id, values, recipient: null, until: 'envelope', language: 'en' };
  expect(await statusOf('mail.proveProfile', proof)).toBe(404);
});

it('lets that person work in the folder, and neither beside it nor above it', async () => {
  expect(await statusOf('mail.saveProfile', await toSave(ids.berlin))).toBe(200);
  expect(await statusOf('mail.saveProfile', await toSave(ids.paris))).toBe(403);
  expect(await statusOf('mail.saveProfile', await toSave(null))).toBe(403);
  const change = { id: ids.berlinRelay, revision: await newest() };
  expect(await statusOf('mail.moveProfile', { ...change, folderId: ids.paris })).toBe(403);
  expect(await statusOf('mail.removeProfile', change)).toBe(403);
  expect(await statusOf('mail.setDefaultProfile', change)).toBe(403);
  expect(await statusOf('settings.listRevisions', { offset: 0, limit: 10 })).toBe(403);
  expect(await statusOf('folders.createFolder', { name: 'Mine', parentId: ids.berlin })).toBe(403);
});

it('counts at once where the profile is moved to, and where the role is taken away', async () => {
  const { client } = admin;
  const { revision } = await client.mail.listProfiles();
  await client.mail.moveProfile({ id: ids.berlinRelay, revision, folderId: ids.paris });
  expect(await statusOf('mail.getProfile', { id: ids.berlinRelay })).toBe(404);
  const { roles } = await client.roles.listRoles();
  const operators = roles.find(({ name }) => name === 'Operators')?.id ?? '';
  const { holders } = await client.roles.listRoleUsers({ id: operators, offset: 0, limit: 1 });
  const remove = holders.map(({ id }) => id);
  await client.roles.setRoleUsers({ id: operators, folderId: ids.berlin, add: [], remove });
  expect(await statusOf('mail.listProfiles', {})).toBe(403);
});

it('keeps a folder in which a profile lies, and names what keeps it', async () => {
  const { client } = admin;
  const { revision, profiles, holders } = await client.folders.previewDeletion({ id: ids.berlin });
  expect([profiles, holders]).toEqual([1, { users: 1, groups: 0 }]);
  const refused = client.folders.deleteFolder({ id: ids.berlin, revision, holders });
  await expect(refused).rejects.toMatchObject({ failure: { code: 'INVALID_INPUT' } });
});
