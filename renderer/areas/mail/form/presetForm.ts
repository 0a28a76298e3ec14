import type { DetectionCandidate, Preset } from '../../../../electron/contract/mail/preset.ts';
import type { ProfileKind } from '../../../../electron/contract/mail/profile.ts';
import { type MailForm, newMailForm } from './mailForm.ts';
import { relayPort } from './portRule.ts';

type ServerData = Pick<Preset | DetectionCandidate, 'host' | 'port' | 'encryption' | 'authentication'>;

/** A new form of a kind, for the sender and account `address`; empty: not known yet. */
export const kindForm = (kind: ProfileKind, address = ''): MailForm => ({
  ...newMailForm,
  kind,
  from: { address, displayName: '' },
  authentication: {
    ...newMailForm.authentication,
    mode: kind === 'microsoft365' ? 'microsoft' : newMailForm.authentication.mode,
    userName: { source: 'value', value: kind === 'smtp' || kind === 'exchange' ? address : '', name: '' },
  },
});

/** A new form with the server data of a preset or of a detection, for the account `address` where one was given. */
export const presetForm = (name: string, server: ServerData, address = ''): MailForm => {
  const form = kindForm('smtp', address);
  const { authentication: mode, encryption } = server;
  return {
    ...form,
    name,
    host: server.host ?? '',
    port: String(server.port),
    portIsOwn: String(server.port) !== relayPort(encryption),
    encryption,
    authentication: mode === 'none' ? { ...newMailForm.authentication, mode } : form.authentication,
  };
};
