import { describe, expect, it } from 'vitest';
import { newMailForm } from '../../../../../../../renderer/areas/mail/form/mailForm.ts';
import { modeAfter } from '../../../../../../../renderer/areas/mail/form/signIn/exchangeModes.ts';
import type { SignInChoice } from '../../../../../../../renderer/areas/mail/form/signIn/signInForm.ts';

const after = (kind: 'exchange' | 'smtp', mode: SignInChoice): SignInChoice =>
  modeAfter({ ...newMailForm, kind, authentication: { ...newMailForm.authentication, mode } });

describe('modeAfter', () => {
  it.each(['none', 'google', 'openid'] as const)('has a password for Exchange instead of %s', (mode) => {
    expect(after('exchange', mode)).toBe('password');
    expect(after('smtp', mode)).toBe(mode);
  });

  it.each(['password', 'ntlm', 'kerberos', 'microsoft'] as const)('leaves %s to Exchange', (mode) => {
    expect(after('exchange', mode)).toBe(mode);
  });
});
