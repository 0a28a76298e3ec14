import { expect, it } from 'vitest';
import { fieldIssues } from '../../../electron/contract/issues.ts';
import { userNameSchema } from '../../../electron/contract/users/user.ts';

const codesFor = (name: string): string[] => {
  const { error } = userNameSchema.safeParse(name, { reportInput: true });
  return error ? fieldIssues(error.issues).map(({ code }) => code) : [];
};

it.each(['admin', 'jürgen.groß-2', 'анна_2', 'Ελένη', '山田.taro', '2fa', 'नीता', 'สมศรี'])(
  '%s is a name',
  (name) => {
    expect(codesFor(name)).toEqual([]);
  },
);

it.each([
  ['Cyrillic а in admin', '\u{430}dmin'],
  ['Greek ο in root', 'r\u{3BF}ot'],
  ['Cherokee Ꭺ in Anna', '\u{13AA}nna'],
])('%s is not: it would pass for another one', (_, name) => {
  expect(codesFor(name)).toEqual(['mixedScripts']);
});

it.each([
  '',
  ' ',
  '-anna',
  'anna@corp',
  'CORP\\anna',
  'a\u{200B}b',
  'नीता\u{FE0F}',
  'admi\u{307}n',
  '\u{301}a',
])('%j is not: its signs', (name) => {
  expect(codesFor(name)).not.toEqual([]);
});

it('is the same however its accents were typed', () => {
  expect(userNameSchema.parse(' rene\u{301} ')).toBe('ren\u{E9}');
});
