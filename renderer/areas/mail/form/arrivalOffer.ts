import type { ArrivalForm, MailForm } from './mailForm.ts';
import { mailboxServer } from './mailboxServer.ts';
import { mailboxPort, portAfter } from './portRule.ts';

/** What a mailbox often shares with the relay. A password is typed for one server only (REQUIREMENTS M09). */
const sharedWithRelay = ({ host, trust, authentication, arrival }: MailForm): Partial<ArrivalForm> => {
  const { mode, userName } = authentication;
  const signIn = arrival.authentication;
  return {
    host: mailboxServer(host, arrival.protocol),
    trust,
    authentication: mode === 'none' || mode === 'kerberos' ? signIn : { ...signIn, userName },
  };
};

/** The delivery check after its protocol was `before`: what is switched on begins with what is known of the relay. */
export const arrivalAfter = (form: MailForm, before: ArrivalForm['protocol']): ArrivalForm => {
  const { arrival } = form;
  const isNew = before === 'none' && arrival.host === '';
  const follows = !isNew && arrival.host === mailboxServer(form.host, before);
  return {
    ...arrival,
    ...(isNew ? sharedWithRelay(form) : {}),
    ...(follows ? { host: mailboxServer(form.host, arrival.protocol) } : {}),
    port: portAfter(arrival, mailboxPort(arrival)),
  };
};
