import { describe, expect, it } from 'vitest';
import { checkInForm, checkOf, limitOf } from '../../../../../renderer/areas/mail/proofLimit.ts';
import { fromForm } from '../../../../../renderer/areas/mail/form/fromForm.ts';
import type { MailForm } from '../../../../../renderer/areas/mail/form/mailForm.ts';
import { inForce, mailboxAt } from './form/passwordForms.ts';

describe('limitOf', () => {
  it('goes as far as the profile can, when nobody chose', () => {
    expect(limitOf(null, 'password')).toBe('arrive');
    expect(limitOf(null, null)).toBe('deliver');
  });

  it('goes as far as was chosen', () => {
    expect(limitOf({ limit: 'envelope', check: null }, null)).toBe('envelope');
    expect(limitOf({ limit: 'deliver', check: 'oauth2' }, 'oauth2')).toBe('deliver');
  });

  it('tries a delivery check that was switched on after the choice, or that signs in otherwise since', () => {
    expect(limitOf({ limit: 'envelope', check: null }, 'password')).toBe('arrive');
    expect(limitOf({ limit: 'deliver', check: 'password' }, 'oauth2')).toBe('arrive');
  });

  it('looks into no mailbox once the delivery check is switched off', () => {
    expect(limitOf({ limit: 'arrive', check: 'password' }, null)).toBe('deliver');
  });
});

describe('the delivery check', () => {
  const { authentication } = mailboxAt('imap.corp.example');
  const checkBy = (mode: MailForm['authentication']['mode']): MailForm =>
    inForce({ arrival: mailboxAt('imap.corp.example', { authentication: { ...authentication, mode } }) });

  it.each(['password', 'ntlm', 'kerberos'] as const)(
    'is the same in a form and in its values: %s',
    (mode) => {
      const form = checkBy(mode);
      const { password } = authentication;
      const secret = { ...password, secret: { action: 'set' as const, value: 'Secret-1' } };
      const arrival = {
        ...form.arrival,
        authentication: { ...form.arrival.authentication, password: secret },
      };
      const typed = { ...form, arrival, authentication: { ...form.authentication, password: secret } };
      const { values } = fromForm(typed);
      expect(values && checkOf(values)).toBe(checkInForm(form));
      expect(checkInForm(form)).toBe(mode);
    },
  );

  it('signs in by OAuth with every provider', () => {
    for (const mode of ['microsoft', 'google', 'openid'] as const)
      expect(checkInForm(checkBy(mode))).toBe('oauth2');
  });

  it('is none where the profile has none, or no kind that knows one', () => {
    expect(checkInForm(inForce())).toBeNull();
    expect(checkInForm({ ...checkBy('password'), kind: 'microsoft365' })).toBeNull();
  });
});
