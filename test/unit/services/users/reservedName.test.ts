import { afterEach, beforeEach, expect, it } from 'vitest';
import { administrator, openUsersLab, type UsersLab, valuesOf } from './usersLab.ts';

let lab: UsersLab;
const taken = {
  code: 'INVALID_INPUT',
  data: { issues: [{ path: ['values', 'name'], code: 'userNameTaken' }] },
};

beforeEach(async () => {
  lab = await openUsersLab();
});

afterEach(() => lab.remove());

it.each(['admin', 'ADMIN', '\uff41dmin'])(
  'gives nobody but the predefined user the name %s, also before there is one',
  async (name) => {
    const create = (named: string) =>
      lab.service.createUser({ values: valuesOf(named), grants: [], password: null }, administrator);
    await expect(create(name)).rejects.toMatchObject(taken);
    const { id } = await create('anna');
    const renamed = { id, revision: 1, values: valuesOf(name), grants: [] };
    await expect(lab.service.saveUser(renamed, administrator)).rejects.toMatchObject(taken);
    const base64 = Buffer.from(`userName\r\n${name}`).toString('base64');
    expect(await lab.service.applyImport({ base64 }, administrator)).toMatchObject({
      isApplied: false,
      faults: [{ line: 2, column: 'userName', code: 'userNameTaken' }],
    });
  },
);
