import { providerOfHost } from '../../../../electron/contract/mail/providerOfHost.ts';
import { cloudPlaces } from '../../../../electron/contract/oauth/cloudPlaces.ts';
import { cloudOfHost } from './cloudAt.ts';
import type { ArrivalForm } from './mailForm.ts';

export type MailboxProtocol = Exclude<ArrivalForm['protocol'], 'none'>;

export const googleMailboxes: Readonly<Record<MailboxProtocol, string>> = {
  imap: 'imap.gmail.com',
  pop3: 'pop.gmail.com',
};

/** The server of the mailboxes that belong to a relay: another one at providers that are known, elsewhere often the same. */
export const mailboxServer = (relay: string, protocol: MailboxProtocol): string => {
  const provider = providerOfHost(relay.trim());
  if (provider === 'exchangeOnline' || provider === 'outlookCom')
    return cloudPlaces[cloudOfHost(relay)].outlook;
  return provider === 'google' ? googleMailboxes[protocol] : relay;
};
