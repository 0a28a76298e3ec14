import { expect, it } from 'vitest';
import { changesNamed, valueChanges } from '../../../../electron/services/audit/valueChanges.ts';

const role = { name: 'Operator', description: '', permissions: ['mail.view'] };

it('is what differs, as JSON', () => {
  const after = { ...role, permissions: ['mail.view', 'mail.edit'] };
  expect(valueChanges('role', role, after)).toEqual([
    { path: 'role.permissions', before: '["mail.view"]', after: '["mail.view","mail.edit"]' },
  ]);
  expect(valueChanges('role', role, { ...role })).toEqual([]);
});

it('passes over what is empty when something comes or goes', () => {
  expect(valueChanges('role', null, role).map(({ path, before }) => [path, before])).toEqual([
    ['role.name', null],
    ['role.permissions', null],
  ]);
  expect(valueChanges('role', role, null).map(({ after }) => after)).toEqual([null, null]);
});

it('names the one of many that is meant', () => {
  expect(changesNamed('anna', valueChanges('user', { isActive: true }, { isActive: false }))).toEqual([
    { path: 'user.isActive anna', before: 'true', after: 'false' },
  ]);
});
