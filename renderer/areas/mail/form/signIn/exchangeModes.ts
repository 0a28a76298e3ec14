import type { MailForm } from '../mailForm.ts';
import type { SignInChoice } from './signInForm.ts';

/** Exchange lets nobody in without a sign-in, and gives no tokens of other providers a meaning. */
const exchangeModes: readonly SignInChoice[] = ['password', 'ntlm', 'kerberos', 'microsoft'];

/** The ways to sign in to Exchange: those that it knows, and the one that was saved elsewhere than in a form. */
export const exchangeModesOf = ({
  savedExchangeMode: saved,
}: Pick<MailForm, 'savedExchangeMode'>): readonly SignInChoice[] =>
  saved === null || exchangeModes.includes(saved) ? exchangeModes : [...exchangeModes, saved];
