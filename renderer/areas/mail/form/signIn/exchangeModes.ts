import type { MailForm } from '../mailForm.ts';
import type { SignInChoice } from './signInForm.ts';

/** Exchange lets nobody in without a sign-in, and gives no tokens of other providers a meaning. */
export const exchangeModes: readonly SignInChoice[] = ['password', 'ntlm', 'kerberos', 'microsoft'];

/** The way to sign in after the kind of profile was chosen: for Exchange one that it knows. */
export const modeAfter = ({ kind, authentication: { mode } }: MailForm): SignInChoice =>
  kind !== 'exchange' || exchangeModes.includes(mode) ? mode : 'password';
