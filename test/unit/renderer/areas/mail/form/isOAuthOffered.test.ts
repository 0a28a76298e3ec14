import { describe, expect, it } from 'vitest';
import { isOAuthOffered } from '../../../../../../renderer/areas/mail/form/isOAuthOffered.ts';
import { type MailForm, newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import type { SignInChoice } from '../../../../../../renderer/areas/mail/form/signIn/signInForm.ts';

const signingIn = (kind: MailForm['kind'], mode: SignInChoice): MailForm => ({
  ...newMailForm,
  kind,
  authentication: { ...newMailForm.authentication, mode },
});

describe('a sign-in with a token', () => {
  it('is offered until it is chosen', () => {
    expect(isOAuthOffered(signingIn('smtp', 'password'), 'google')).toBe(true);
    expect(isOAuthOffered(signingIn('smtp', 'microsoft'), 'google')).toBe(true);
    expect(isOAuthOffered(signingIn('smtp', 'google'), 'google')).toBe(false);
  });

  it('is not offered where it is the only way', () => {
    expect(isOAuthOffered(signingIn('microsoft365', 'password'), 'microsoft')).toBe(false);
  });

  it('is not offered to Exchange where that would not know it', () => {
    expect(isOAuthOffered(signingIn('exchange', 'password'), 'google')).toBe(false);
    expect(isOAuthOffered(signingIn('exchange', 'password'), 'microsoft')).toBe(true);
  });
});
