import type { ArrivalForm, MailForm } from './mailForm.ts';
import { mailboxPort, portAfter } from './portRule.ts';

/** What a mailbox often shares with the relay. A password is typed for one server only (REQUIREMENTS M09). */
const sharedWithRelay = ({ host, trust, authentication, arrival }: MailForm): Partial<ArrivalForm> => {
  const { mode, userName } = authentication;
  const signIn = arrival.authentication;
  return {
    host,
    trust,
    authentication: mode === 'none' || mode === 'kerberos' ? signIn : { ...signIn, userName },
  };
};

/** The delivery check after its protocol was `before`: what is switched on begins with what is known of the relay. */
export const arrivalAfter = (form: MailForm, before: ArrivalForm['protocol']): ArrivalForm => {
  const { arrival } = form;
  const isNew = before === 'none' && arrival.host === '';
  return {
    ...arrival,
    ...(isNew ? sharedWithRelay(form) : {}),
    port: portAfter(arrival, mailboxPort(arrival)),
  };
};
