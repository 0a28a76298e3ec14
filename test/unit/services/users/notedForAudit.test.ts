import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BulkAction } from '../../../../electron/contract/users/bulk.ts';
import type { Noted } from '../../../../electron/services/audit/note.ts';
import type { Actor } from '../../../../electron/services/users/actor.ts';
import { addFolderRow } from '../../stores/users/roleRows.ts';
import { administrator, openUsersLab, type UsersLab, valuesOf } from './usersLab.ts';

let lab: UsersLab;
let noted: Noted[];
let actor: Actor;
let roleId: string;
let berlin: string;

beforeEach(async () => {
  lab = await openUsersLab();
  noted = [];
  actor = { ...administrator, note: (more) => void noted.push(more) };
  roleId = await lab.addRole('Operators', ['mail.view']);
  berlin = await addFolderRow(lab.database, 'Berlin');
});

afterEach(() => lab.remove());

const changes = () => noted.flatMap((each) => each.changes ?? []);
const subjects = () => noted.flatMap(({ subject }) => subject ?? []);

const addAnna = () => {
  const { mustChangePassword: _, ...values } = valuesOf('anna', { mail: 'anna@corp.example' });
  return lab.service.createUser({ values, grants: [], password: 'a long enough password' }, actor);
};

const bulk = async (action: BulkAction, ids: readonly string[]): Promise<void> => {
  const request = { action, subject: { ids: [...ids] } };
  const { fingerprint } = await lab.service.previewBulk(request, actor);
  await lab.service.applyBulk({ ...request, fingerprint }, actor);
};

describe('the audit of a user', () => {
  it('has every value of a new one, and never the password', async () => {
    await addAnna();
    expect(changes()).toContainEqual({ path: 'user.mail', before: null, after: '"anna@corp.example"' });
    expect(JSON.stringify(noted)).not.toContain('a long enough password');
  });

  it('names roles and folders, not their ids', async () => {
    const { id } = await addAnna();
    noted = [];
    const grants = [{ roleId, folderId: berlin }];
    await lab.service.saveUser({ id, revision: 1, values: valuesOf('anna'), grants }, actor);
    expect(subjects()).toEqual(['anna']);
    expect(changes()).toContainEqual({
      ...{ path: 'user.roles', before: null },
      after: '["Operators (Berlin)"]',
    });
  });

  it('says of a password only that it was set', async () => {
    const { id } = await addAnna();
    noted = [];
    await lab.service.setPassword({ id, password: 'another long password' }, actor);
    expect(subjects()).toContain('anna');
    expect(changes()).toEqual([{ path: 'user.password', before: 'secret', after: 'secret' }]);
  });

  it.each<[BulkAction['kind'], object]>([
    ['deactivate', { path: 'user.isActive anna', before: 'true', after: 'false' }],
    ['delete', { path: 'user.name anna', before: '"anna"', after: null }],
    ['addRole', { path: 'user.roles anna', before: null, after: '["Operators"]' }],
  ])('names each one of many: %s', async (kind, change) => {
    const { id } = await addAnna();
    noted = [];
    await bulk(kind === 'addRole' || kind === 'removeRole' ? { kind, roleId, folderId: null } : { kind }, [
      id,
    ]);
    expect(subjects()).toEqual(['anna']);
    expect(changes()).toEqual([change]);
  });

  it('has the filter of an export by name, and how many went out', async () => {
    const sort = { column: 'name', descending: false } as const;
    const filter = { search: 'anna', kind: null, state: null, roleId, folderId: null };
    await addAnna();
    noted = [];
    const { fileName } = await lab.service.exportUsers({ ...filter, sort }, actor);
    expect(subjects()).toEqual([fileName]);
    expect(changes()).toEqual([
      { path: 'export.rows', before: null, after: '0' },
      { path: 'export.search', before: null, after: '"anna"' },
      { path: 'export.role', before: null, after: '"Operators"' },
    ]);
  });

  it('names each one of an import', async () => {
    const base64 = Buffer.from('userName,displayName\nbob,Bob\n').toString('base64');
    await lab.service.applyImport({ base64 }, actor);
    expect(changes()).toContainEqual({ path: 'user.displayName bob', before: null, after: '"Bob"' });
    expect(changes()).toContainEqual({ path: 'import.added', before: null, after: '1' });
  });

  it('says of an import that was refused how many rows had a fault, and that it was not done', async () => {
    const base64 = Buffer.from('userName,displayName\nbob,Bob\nbob,Bob\n').toString('base64');
    expect(await lab.service.applyImport({ base64 }, actor)).toMatchObject({ isApplied: false });
    expect(noted).toContainEqual({ result: 'INVALID_INPUT' });
    expect(changes()).toEqual([
      { path: 'import.refused', before: null, after: '1' },
      { path: 'import.notDone', before: null, after: '1' },
    ]);
  });
});
