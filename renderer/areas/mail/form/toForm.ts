import type { ProfileView, SmtpView } from '../../../../electron/contract/mail/profile.ts';
import { secretToForm } from '../../../controls/secretForm.ts';
import { sourcedTextToForm } from '../../../controls/sourcedText.ts';
import { trustToForm } from '../../../controls/trustForm.ts';
import { type ArrivalForm, type MailForm, newMailForm } from './mailForm.ts';
import { mailboxPort, relayPort } from './portRule.ts';

const authenticationToForm = (view: SmtpView['authentication']): MailForm['authentication'] =>
  view.mode === 'none'
    ? { ...newMailForm.authentication, mode: 'none' }
    : {
        mode: 'password',
        userName: sourcedTextToForm(view.userName),
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
        userName: sourcedTextToForm(view.userName),
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
