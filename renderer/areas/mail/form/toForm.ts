import type { ProfileView, SmtpView, Trust } from '../../../../electron/contract/mail/profile.ts';
import type { UserName } from '../../../../electron/contract/mail/secret.ts';
import type { SourcedText } from '../../../controls/SourcedTextControl.tsx';
import { secretToForm } from '../../../controls/secretForm.ts';
import { type ArrivalForm, type MailForm, newMailForm, type TrustForm } from './mailForm.ts';
import { mailboxPort, relayPort } from './portRule.ts';

const trustToForm = (trust: Trust): TrustForm =>
  trust.mode === 'certificate' ? trust : { mode: 'system', pem: '' };

const userNameToForm = (userName: UserName): SourcedText =>
  userName.source === 'value'
    ? { source: 'value', value: userName.value, name: '' }
    : { source: 'environment', value: '', name: userName.name };

const authenticationToForm = (view: SmtpView['authentication']): MailForm['authentication'] =>
  view.mode === 'none'
    ? { ...newMailForm.authentication, mode: 'none' }
    : {
        mode: 'password',
        userName: userNameToForm(view.userName),
        password: secretToForm(view.password),
      };

const arrivalToForm = (view: SmtpView['arrival']): ArrivalForm =>
  view === null
    ? newMailForm.arrival
    : {
        ...view,
        port: String(view.port),
        portIsOwn: String(view.port) !== mailboxPort(view),
        trust: trustToForm(view.trust),
        userName: userNameToForm(view.userName),
        password: secretToForm(view.password),
      };

const smtpToForm = (view: SmtpView): Partial<MailForm> => ({
  host: view.host,
  port: String(view.port),
  portIsOwn: String(view.port) !== relayPort(view.encryption),
  encryption: view.encryption,
  trust: trustToForm(view.trust),
  authentication: authenticationToForm(view.authentication),
  clientName: view.clientName ?? '',
  timeoutMs: String(view.timeoutMs),
  maxConnections: String(view.maxConnections ?? ''),
  arrival: arrivalToForm(view.arrival),
});

/** What the form shows of a profile. */
export const toForm = (view: ProfileView): MailForm => ({
  ...newMailForm,
  kind: view.kind,
  name: view.name,
  from: view.from,
  testRecipient: view.testRecipient ?? '',
  ...(view.kind === 'smtp' ? smtpToForm(view) : {}),
  ...(view.kind === 'pickup' ? { folder: view.folder } : {}),
});
