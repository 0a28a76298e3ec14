import { expect, it } from 'vitest';
import { emptyUser, savedOf } from '../../../../../renderer/areas/users/userForm.ts';

const anna = { ...emptyUser, name: 'anna', language: 'fr', mustChangePassword: true } as const;

it('saves what the user may have changed meanwhile only when it was changed in the form', () => {
  const { values: untouched } = savedOf(anna, { name: true });
  expect(untouched).toMatchObject({ name: 'anna', isActive: true });
  expect(Object.keys(untouched)).not.toContain('language');
  expect(Object.keys(untouched)).not.toContain('mustChangePassword');
  expect(savedOf(anna, { language: true, mustChangePassword: true })).toMatchObject({
    values: { language: 'fr', mustChangePassword: true },
  });
});
