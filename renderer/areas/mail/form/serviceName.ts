import type { MailForm } from './mailForm.ts';
import type { SignInPlace } from './signIn/signInForm.ts';

/** What Exchange registers the service under at which is signed in, as in `SMTPSVC/mail.corp.example`. */
export const serviceName = (
  { kind, arrival }: Pick<MailForm, 'kind' | 'arrival'>,
  place: SignInPlace,
): string => {
  if (place === 'arrival.authentication') return arrival.protocol === 'pop3' ? 'POP' : 'IMAP';
  return kind === 'exchange' ? 'HTTP' : 'SMTPSVC';
};

/** What a ticket is asked for at which is signed in where no service principal is named, as in `smtp/mail.corp.example`. */
export const usualService = (
  { kind, arrival }: Pick<MailForm, 'kind' | 'arrival'>,
  place: SignInPlace,
): string => {
  if (place === 'arrival.authentication') return arrival.protocol === 'pop3' ? 'pop' : 'imap';
  return kind === 'exchange' ? 'HTTP' : 'smtp';
};
