import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createFolderService,
  type FolderService,
} from '../../../../electron/services/users/folderService.ts';
import { createFolderStore } from '../../../../electron/stores/users/folderStore.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';
import { addUserRow } from '../../stores/users/peopleRows.ts';
import { addFolderRow, addGrantRow, addRoleRow } from '../../stores/users/roleRows.ts';
import { administrator, personWith } from './actors.ts';

let database: TemporaryDatabase;
let service: FolderService;
let profiles: Map<string, number>;
let waitForProfiles: () => void;
let europe: string;
let berlin: string;
let asia: string;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  profiles = new Map();
  waitForProfiles = () => undefined;
  service = createFolderService({
    folders: createFolderStore(database.query),
    countProfiles: async (id) => profiles.get(id) ?? 0,
    holdProfiles: (work) => {
      waitForProfiles();
      return work();
    },
  });
  europe = await addFolderRow(database, 'Europe');
  berlin = await addFolderRow(database, 'Berlin', europe);
  asia = await addFolderRow(database, 'Asia');
});

afterEach(() => database.remove());

const nobody = { users: 0, groups: 0 };
const invalid = (path: readonly string[], code: string, parameters = {}) => ({
  code: 'INVALID_INPUT',
  data: { issues: [{ path, code, parameters }] },
});
const notAllowed = (permission: string) => ({ code: 'NOT_ALLOWED', data: { permission } });

describe('folders', () => {
  it('are listed by name, each to those who may see it', async () => {
    const namesFor = async (actor: typeof administrator) =>
      (await service.listFolders(actor)).map(({ name }) => name);
    expect(await namesFor(administrator)).toEqual(['Asia', 'Berlin', 'Europe']);
    expect(await namesFor(personWith([], { [berlin]: ['folders.view'] }))).toEqual(['Berlin']);
    expect(await namesFor(personWith(['mail.view']))).toEqual([]);
  });

  it('have a name of their own among those beside them', async () => {
    const made = await service.createFolder({ parentId: asia, name: 'Berlin' }, administrator);
    expect(made).toMatchObject({ parentId: asia, name: 'Berlin', revision: 1 });
    const again = service.createFolder({ parentId: asia, name: 'BERLIN' }, administrator);
    await expect(again).rejects.toMatchObject(invalid(['name'], 'folderNameTaken'));
    const renaming = service.saveFolder({ id: asia, revision: 1, name: 'Europe' }, administrator);
    await expect(renaming).rejects.toMatchObject(invalid(['name'], 'folderNameTaken'));
    const moving = service.moveFolder({ id: made.id, revision: 1, parentId: europe }, administrator);
    await expect(moving).rejects.toMatchObject(invalid(['parentId'], 'folderNameTaken'));
  });

  it('lie in folders that are there', async () => {
    await service.deleteFolder({ id: asia, revision: 1, holders: nobody }, administrator);
    const gone = invalid(['parentId'], 'goneMeanwhile');
    const making = service.createFolder({ parentId: asia, name: 'Tokyo' }, administrator);
    await expect(making).rejects.toMatchObject(gone);
    const moving = service.moveFolder({ id: berlin, revision: 1, parentId: asia }, administrator);
    await expect(moving).rejects.toMatchObject(gone);
  });

  it('are renamed and moved by who saw them as they are', async () => {
    const moved = await service.moveFolder({ id: berlin, revision: 1, parentId: null }, administrator);
    expect(moved).toMatchObject({ parentId: null, revision: 2 });
    const stale = { code: 'CONFLICT', data: { revision: 2 } };
    const renaming = service.saveFolder({ id: berlin, revision: 1, name: 'Bonn' }, administrator);
    await expect(renaming).rejects.toMatchObject(stale);
    const moving = service.moveFolder({ id: berlin, revision: 1, parentId: asia }, administrator);
    await expect(moving).rejects.toMatchObject(stale);
    expect(await service.saveFolder({ id: berlin, revision: 2, name: 'Bonn' }, administrator)).toMatchObject({
      name: 'Bonn',
      revision: 3,
    });
  });

  it('never lie in themselves, also when two are moved at once', async () => {
    const ring = invalid(['parentId'], 'folderRing');
    for (const parentId of [europe, berlin]) {
      const moving = service.moveFolder({ id: europe, revision: 1, parentId }, administrator);
      await expect(moving).rejects.toMatchObject(ring);
    }
    const results = await Promise.allSettled([
      service.moveFolder({ id: asia, revision: 1, parentId: berlin }, administrator),
      service.moveFolder({ id: europe, revision: 1, parentId: asia }, administrator),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the rights to a folder', () => {
  it('count in the folder that is meant', async () => {
    const actor = personWith([], {
      [europe]: ['folders.create', 'folders.edit'],
      [berlin]: ['folders.edit'],
    });
    expect(await service.createFolder({ parentId: europe, name: 'Bonn' }, actor)).toMatchObject({
      parentId: europe,
    });
    const here = service.createFolder({ parentId: null, name: 'Africa' }, actor);
    await expect(here).rejects.toMatchObject(notAllowed('folders.create'));
    const other = service.saveFolder({ id: asia, revision: 1, name: 'Japan' }, actor);
    await expect(other).rejects.toMatchObject(notAllowed('folders.edit'));
    await expect(service.previewDeletion(berlin, actor)).rejects.toMatchObject(notAllowed('folders.view'));
    const deleting = service.deleteFolder({ id: berlin, revision: 1, holders: nobody }, actor);
    await expect(deleting).rejects.toMatchObject(notAllowed('folders.delete'));
  });

  it('are needed in both places for a move, and nobody gains one by it', async () => {
    const away = personWith([], { [berlin]: ['folders.edit'] });
    const request = { id: berlin, revision: 1, parentId: asia };
    await expect(service.moveFolder(request, away)).rejects.toMatchObject(notAllowed('folders.edit'));
    const gaining = personWith(['folders.edit'], { [asia]: ['mail.edit'] });
    await expect(service.moveFolder(request, gaining)).rejects.toMatchObject(notAllowed('mail.edit'));
    const equal = personWith(['folders.edit'], { [asia]: ['mail.edit'], [berlin]: ['mail.edit'] });
    expect(await service.moveFolder(request, equal)).toMatchObject({ parentId: asia });
  });
});

describe('deleting a folder', () => {
  it('is refused while folders or profiles lie in it', async () => {
    const deleting = service.deleteFolder({ id: europe, revision: 1, holders: nobody }, administrator);
    const inside = { folders: 1, profiles: 0 };
    await expect(deleting).rejects.toMatchObject(invalid(['id'], 'folderNotEmpty', inside));
    profiles.set(asia, 2);
    expect(await service.previewDeletion(asia, administrator)).toEqual({
      ...{ revision: 1, folders: 0, profiles: 2, holders: nobody },
    });
    const full = service.deleteFolder({ id: asia, revision: 1, holders: nobody }, administrator);
    await expect(full).rejects.toMatchObject(invalid(['id'], 'folderNotEmpty', { folders: 0, profiles: 2 }));
  });

  it('is refused when a profile comes in while it waits for the profiles to stand still', async () => {
    waitForProfiles = () => profiles.set(asia, 1);
    const deleting = service.deleteFolder({ id: asia, revision: 1, holders: nobody }, administrator);
    const inside = { folders: 0, profiles: 1 };
    await expect(deleting).rejects.toMatchObject(invalid(['id'], 'folderNotEmpty', inside));
  });

  it('takes the roles in it from exactly those whom the preview counted', async () => {
    const roleId = await addRoleRow(database, 'Mail editors', ['mail.edit']);
    const anna = await addUserRow(database.query, { name: 'anna' });
    await addGrantRow(database, { userId: anna, roleId, folderId: berlin });
    const deleting = service.deleteFolder({ id: berlin, revision: 1, holders: nobody }, administrator);
    await expect(deleting).rejects.toMatchObject({ code: 'CONFLICT' });
    const { revision, holders } = await service.previewDeletion(berlin, administrator);
    expect(holders).toEqual({ users: 1, groups: 0 });
    await service.deleteFolder({ id: berlin, revision, holders }, administrator);
    expect((await service.listFolders(administrator)).map(({ id }) => id)).not.toContain(berlin);
  });
});
