import { expect, it } from 'vitest';
import { isResetLink, parseResetLink } from '../../../../renderer/api/resetLink.ts';

it('reads what the mail carries, whatever the name is made of', () => {
  const user = 'müller+test&co=1';
  const fragment = `#/resetPassword?${new URLSearchParams({ user, code: 'ABCDE-FGHJK' }).toString()}`;
  expect(parseResetLink(fragment)).toEqual({ user, code: 'ABCDE-FGHJK' });
});

it.each(['', '#/mailbox', '#/resetPassword', '#/resetPassword?user=anna', '#/resetPassword?code=A&user='])(
  'takes %j for nothing that sets a password',
  (fragment) => expect(parseResetLink(fragment)).toBeNull(),
);

it('knows a link that lost a part, so that the rest of it is not kept either', () => {
  expect(isResetLink('#/resetPassword?code=ABCDE')).toBe(true);
});
