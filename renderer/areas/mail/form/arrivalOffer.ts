import type { ArrivalForm, MailForm } from './mailForm.ts';
import { mailboxServer } from './mailboxServer.ts';
import { mailboxPort, portAfter } from './portRule.ts';

/** What a mailbox often shares with the relay. A password is typed for one server only (REQUIREMENTS M09). */
const sharedWithRelay = ({ trust, authentication, arrival }: MailForm): Partial<ArrivalForm> => {
  const { mode, userName } = authentication;
  const signIn = arrival.authentication;
  return {
    trust,
    authentication: mode === 'none' || mode === 'kerberos' ? signIn : { ...signIn, userName },
  };
};

/** True until a server or an account was typed, or offered. */
const isEmpty = ({ host, authentication: { userName } }: ArrivalForm): boolean =>
  host === '' && userName.source === 'value' && userName.value === '';

/**
 * The delivery check after its protocol was `before`: what is switched on begins with what is known of the relay, and what is
 * switched off keeps what was typed.
 */
export const arrivalAfter = (form: MailForm, before: ArrivalForm['protocol']): ArrivalForm => {
  const { arrival, host } = form;
  const { protocol } = arrival;
  if (protocol === 'none') return arrival;
  const isNew = before === 'none' && isEmpty(arrival);
  const offered = (['imap', 'pop3'] as const).map((one) => mailboxServer(host, one));
  const follows = isNew || offered.includes(arrival.host);
  return {
    ...arrival,
    ...(isNew ? sharedWithRelay(form) : {}),
    ...(follows ? { host: mailboxServer(host, protocol) } : {}),
    port: portAfter(arrival, mailboxPort(arrival)),
  };
};
