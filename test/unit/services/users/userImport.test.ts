import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorWith, administrator, everywhere, openUsersLab, type UsersLab } from './usersLab.ts';

let lab: UsersLab;
let viewer: string;

const file = (...lines: readonly string[]) => ({
  base64: Buffer.from(lines.join('\r\n')).toString('base64'),
});
const codes = ({ faults }: { faults: readonly { line: number; column: string | null; code: string }[] }) =>
  faults.map(({ line, column, code }) => [line, column, code]);
const names = async () => {
  const rows = await (
    await lab.database.query()
  )
    .selectFrom('users')
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
};
const sorted = {
  ...{ search: '', kind: null, state: null, roleId: null, folderId: null },
  sort: { column: 'name' as const, descending: false },
};

beforeEach(async () => {
  lab = await openUsersLab();
  viewer = await lab.addRole('Viewer | all', ['users.view']);
  await lab.addUser({ name: 'admin', isBuiltIn: 1 }, [everywhere(lab.administratorRole)]);
  await lab.addUser({ name: 'anna', displayName: '=cmd()', mail: 'anna@corp.example' }, [everywhere(viewer)]);
});

afterEach(() => lab.remove());

describe('an import', () => {
  it('of an export changes nothing', async () => {
    const { base64 } = await lab.service.exportUsers(sorted, administrator);
    expect(Buffer.from(base64, 'base64').toString()).toContain("'=cmd()");
    const report = await lab.service.applyImport({ base64 }, administrator);
    expect(report).toMatchObject({
      faults: [],
      rows: [{ verdict: 'unchanged' }, { verdict: 'unchanged' }],
    });
  });

  it.each([
    ['roles and folders', [], { roles: false, rolesInFolders: false }],
    ['folders', ['roles.view'], { roles: true, rolesInFolders: false }],
    ['roles', ['folders.view'], { roles: false, rolesInFolders: false }],
    ['nothing', ['roles.view', 'folders.view'], { roles: true, rolesInFolders: true }],
  ] as const)(
    'of an export without %s, for who may not see them, leaves the roles as they are',
    async (...row) => {
      const [, rights, expected] = row;
      const { base64 } = await lab.service.exportUsers(sorted, actorWith('users.view', ...rights));
      const text = Buffer.from(base64, 'base64').toString();
      const header = text.replace('\u{FEFF}', '').split('\r\n', 1)[0]?.split(',') ?? [];
      expect(header).toContain('userName');
      for (const [column, isThere] of Object.entries(expected)) expect(header.includes(column)).toBe(isThere);
      expect(text.includes('Viewer')).toBe(expected.roles);
      const { rows } = await lab.service.previewImport({ base64 }, administrator);
      expect(rows).toMatchObject([{ verdict: 'unchanged' }, { verdict: 'unchanged' }]);
    },
  );

  it('adds and changes users, who have no password yet; what it has no column for stays', async () => {
    const content = file('userName,displayName,roles', 'anna,Anna Ott,', 'bernd,Bernd,Viewer \\| all');
    const preview = await lab.service.previewImport(content, administrator);
    expect(preview.rows.map(({ verdict }) => verdict)).toEqual(['change', 'add']);
    expect(await names()).toEqual(['admin', 'anna']);
    expect(await lab.service.applyImport(content, administrator)).toEqual({ ...preview, isApplied: true });
    const ids = await lab.stores.users.findIdsByName(['anna', 'bernd']);
    const anna = await lab.service.getUser(ids.get('anna') ?? '', administrator);
    expect(anna).toMatchObject({
      values: { displayName: 'Anna Ott', mail: 'anna@corp.example' },
      grants: [],
    });
    const bernd = await lab.service.getUser(ids.get('bernd') ?? '', administrator);
    expect(bernd).toMatchObject({ hasPassword: false, grants: [everywhere(viewer)] });
  });

  it('is all or nothing, and names every fault by line and column, alike before and at once', async () => {
    const content = file(
      'userName,mail,isActive,roles',
      'bernd,b@corp.example,true,',
      'b ad,no address,perhaps,Nobody else',
      'cleo,,true,Nobody',
      'BERND,,true,',
      'admin,,false,',
      'anna,no address,,Viewer \\| all',
    );
    const report = await lab.service.applyImport(content, administrator);
    expect(codes(report)).toEqual([
      [3, 'mail', 'emailAddress'],
      [3, 'isActive', 'notAChoice'],
      [3, 'userName', 'userName'],
      [3, 'roles', 'csvUnknownRole'],
      [4, 'roles', 'csvUnknownRole'],
      [5, 'userName', 'csvDoubleName'],
      [6, null, 'lastAdministrator'],
      [7, 'mail', 'emailAddress'],
      [7, 'isActive', 'notAChoice'],
    ]);
    expect(report.isApplied).toBe(false);
    expect(await lab.service.previewImport(content, administrator)).toEqual(report);
    expect(await names()).toEqual(['admin', 'anna']);
  });

  it.each([
    [
      ['userName,password', 'x,secret'],
      [1, 'password', 'csvNoPasswords'],
    ],
    [
      ['userName,__proto__', 'x,y'],
      [1, '__proto__', 'csvUnknownColumn'],
    ],
    [
      ['userName,mail,mail', 'x,,'],
      [1, 'mail', 'csvDoubleColumn'],
    ],
    [
      ['mail', 'a@b.example'],
      [1, 'userName', 'csvMissingColumn'],
    ],
    [
      ['userName,mail', 'x'],
      [2, null, 'csvCellCount'],
    ],
    [
      ['userName', '"x'],
      [2, null, 'csvOpenQuote'],
    ],
  ])('of a file that cannot be read says where: %#', async (lines, fault) => {
    const report = await lab.service.applyImport(file(...lines), administrator);
    expect(codes(report)).toEqual([fault]);
    expect(report).toMatchObject({ rows: [], isApplied: false });
  });

  it('does no more than the person may', async () => {
    const editor = actorWith('users.view', 'users.edit', 'roles.view');
    const content = file('userName,isActive,roles', 'new,true,', 'anna,true,Administrator', 'admin,false,');
    expect(codes(await lab.service.previewImport(content, editor))).toEqual([
      [2, null, 'rightNotHeld'],
      [3, 'roles', 'administratorsOnly'],
      [4, 'roles', 'rightNotHeld'],
      [4, null, 'onlyAdministrators'],
    ]);
  });

  it('takes no role away that gives more than the person holds', async () => {
    const auditor = await lab.addRole('Auditor', ['audit.view']);
    await lab.addUser({ name: 'cleo' }, [everywhere(auditor)]);
    const editor = actorWith('users.view', 'users.edit', 'roles.view');
    expect(codes(await lab.service.previewImport(file('userName,roles', 'cleo,'), editor))).toEqual([
      [2, 'roles', 'rightNotHeld'],
    ]);
  });
});
