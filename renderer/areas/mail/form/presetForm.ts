import type { DetectionCandidate, Preset } from '../../../../electron/contract/mail/preset.ts';
import { type MailForm, newMailForm } from './mailForm.ts';
import { relayPort } from './portRule.ts';

type ServerData = Pick<Preset | DetectionCandidate, 'host' | 'port' | 'encryption' | 'authentication'>;

/** A new form with the server data of a preset or of a detection, for the account `address` where one was given. */
export const presetForm = (name: string, server: ServerData, address = ''): MailForm => ({
  ...newMailForm,
  name,
  host: server.host ?? '',
  port: String(server.port),
  portIsOwn: String(server.port) !== relayPort(server.encryption),
  encryption: server.encryption,
  from: { address, displayName: '' },
  authentication: {
    ...newMailForm.authentication,
    mode: server.authentication,
    userName: { source: 'value', value: server.authentication === 'password' ? address : '', name: '' },
  },
});
