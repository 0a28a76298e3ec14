import type { TokenPurpose } from '../../../../electron/contract/oauth/neededScopes.ts';
import type { MailForm } from './mailForm.ts';
import type { SignInPlace } from './signIn/signInForm.ts';

/** What a token is for that is got with the sign-in at `place`. */
export const tokenPurpose = (
  { kind, arrival }: Pick<MailForm, 'kind' | 'arrival'>,
  place: SignInPlace,
): TokenPurpose => {
  if (place === 'arrival.authentication') return arrival.protocol === 'pop3' ? 'pop3' : 'imap';
  if (kind === 'microsoft365') return 'graph';
  return kind === 'exchange' ? 'ews' : 'smtp';
};
