import { expect, it } from 'vitest';
import { emptyUser, savedIssues, savedOf } from '../../../../../renderer/areas/users/userForm.ts';

const anna = { ...emptyUser, name: 'anna', language: 'fr', mustChangePassword: true } as const;

it('saves what the user may have changed meanwhile only when it was changed in the form', () => {
  const { values: untouched } = savedOf(anna, 'localUser', { name: true });
  expect(untouched).toMatchObject({ name: 'anna', isActive: true });
  expect(Object.keys(untouched)).not.toContain('language');
  expect(Object.keys(untouched)).not.toContain('mustChangePassword');
  expect(savedOf(anna, 'localUser', { language: true, mustChangePassword: true })).toMatchObject({
    values: { language: 'fr', mustChangePassword: true },
  });
});

it('sends no names of people of a directory, which no local user could have', () => {
  const alice = { ...anna, name: 'CORP\\alice', displayName: 'Alice' };
  expect(savedIssues('localUser')(alice)).not.toEqual([]);
  expect(savedIssues('directoryUser')(alice)).toEqual([]);
  const { values } = savedOf(alice, 'directoryUser', {});
  expect(Object.keys(values)).not.toContain('name');
  expect(Object.keys(values)).not.toContain('displayName');
});
