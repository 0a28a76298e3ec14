import type { ProfileView } from '../../../../electron/contract/mail/profile.ts';
import { emptySourcedText } from '../../../controls/sourcedText.ts';
import { trustToForm } from '../../../controls/trustForm.ts';
import { type ArrivalForm, type MailForm, newMailForm } from './mailForm.ts';
import { mailboxPort, relayPort } from './portRule.ts';
import { signInToForm } from './signIn/signInToForm.ts';

type ViewOf<Kind extends ProfileView['kind']> = Extract<ProfileView, { kind: Kind }>;

const arrivalToForm = (view: ViewOf<'smtp'>['arrival']): ArrivalForm =>
  view === null
    ? newMailForm.arrival
    : {
        ...view,
        port: String(view.port),
        portIsOwn: String(view.port) !== mailboxPort(view),
        trust: trustToForm(view.trust),
        authentication: signInToForm(view.authentication),
      };

const smtpToForm = (view: ViewOf<'smtp'>): Partial<MailForm> => ({
  host: view.host,
  port: String(view.port),
  portIsOwn: String(view.port) !== relayPort(view.encryption),
  encryption: view.encryption,
  trust: trustToForm(view.trust),
  authentication: signInToForm(view.authentication),
  clientName: view.clientName ?? '',
  timeoutMs: String(view.timeoutMs),
  maxConnections: String(view.maxConnections ?? ''),
  arrival: arrivalToForm(view.arrival),
});

/** The sender's own mailbox goes without saying. */
const graphToForm = ({
  authentication,
  from,
  trust,
  timeoutMs,
}: ViewOf<'microsoft365'>): Partial<MailForm> => {
  const signIn = signInToForm(authentication);
  const { userName } = signIn;
  const isSender = userName.source === 'value' && userName.value === from.address;
  return {
    trust: trustToForm(trust),
    authentication: isSender ? { ...signIn, userName: emptySourcedText } : signIn,
    timeoutMs: String(timeoutMs),
  };
};

const exchangeToForm = (view: ViewOf<'exchange'>): Partial<MailForm> => {
  const authentication = signInToForm(view.authentication);
  return {
    url: view.url,
    exchangeVersion: view.exchangeVersion,
    savedExchangeMode: authentication.mode,
    trust: trustToForm(view.trust),
    authentication,
    timeoutMs: String(view.timeoutMs),
  };
};

const ownToForm = (view: ProfileView): Partial<MailForm> => {
  switch (view.kind) {
    case 'smtp':
      return smtpToForm(view);
    case 'microsoft365':
      return graphToForm(view);
    case 'exchange':
      return exchangeToForm(view);
    case 'outlook':
      return { mailbox: view.mailbox ?? '', timeoutMs: String(view.timeoutMs) };
    case 'pickup':
      return { folder: view.folder };
    case 'capture':
      return {};
  }
};

/** What the form shows of a profile. */
export const toForm = (view: ProfileView): MailForm => ({
  ...newMailForm,
  kind: view.kind,
  name: view.name,
  from: view.from,
  testRecipient: view.testRecipient ?? '',
  ...ownToForm(view),
});
