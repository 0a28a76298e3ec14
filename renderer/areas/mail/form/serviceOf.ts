import type { MailForm } from './mailForm.ts';
import type { SignInPlace } from './signIn/signInForm.ts';

type Service = {
  /** What Exchange registers it under, as in `SMTPSVC/mail.corp.example`. */
  registered: string;
  /** What a ticket is asked for where no service principal is named, as in `smtp/mail.corp.example`. */
  usual: string;
};

/** The service that somebody signs in to at this place. */
export const serviceOf = (
  { kind, arrival }: Pick<MailForm, 'kind' | 'arrival'>,
  place: SignInPlace,
): Service => {
  if (place === 'arrival.authentication')
    return arrival.protocol === 'pop3'
      ? { registered: 'POP', usual: 'pop' }
      : { registered: 'IMAP', usual: 'imap' };
  return kind === 'exchange'
    ? { registered: 'HTTP', usual: 'HTTP' }
    : { registered: 'SMTPSVC', usual: 'smtp' };
};
