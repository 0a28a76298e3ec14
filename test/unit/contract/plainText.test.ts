import { expect, it } from 'vitest';
import { displayNameSchema } from '../../../electron/contract/mail/address.ts';
import { profileNameSchema } from '../../../electron/contract/mail/profile.ts';
import { accountNameSchema } from '../../../electron/contract/mail/secret.ts';
import { folderNameSchema } from '../../../electron/contract/users/folder.ts';
import { roleValuesSchema } from '../../../electron/contract/users/role.ts';

const { name, description } = roleValuesSchema.shape;

it.each([
  ['the name of a folder', folderNameSchema],
  ['the name of a role', name],
  ['the description of a role', description],
  ['a display name', displayNameSchema],
  ['the name of a profile', profileNameSchema],
  ['the name of an account', accountNameSchema],
])('is any text but control characters and halves of characters: %s', (_what, schema) => {
  for (const text of ['Büro 2', 'दिल्ली', '\u{1F600}']) expect(schema.parse(text)).toBe(text);
  for (const text of ['x\ud800', '\udc00x', 'a\ud83dz', 'a\nb', 'a\0b', 'a\u0085b'])
    expect(schema.safeParse(text).error?.issues).toMatchObject([{ params: { code: 'controlCharacter' } }]);
});
