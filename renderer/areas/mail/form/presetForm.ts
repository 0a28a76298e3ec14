import type { DetectionCandidate, Preset } from '../../../../electron/contract/mail/preset.ts';
import type { ProfileKind } from '../../../../electron/contract/mail/profile.ts';
import { type MailForm, newMailForm } from './mailForm.ts';
import { relayPort } from './portRule.ts';
import type { SignInForm } from './signIn/signInForm.ts';
import { proofAfter } from './signIn/usualProof.ts';

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

/** The sign-in for a provider whose tokens are known: with one at once where a password cannot work. */
const withOAuth = (signIn: SignInForm, { oauth, passwordWorks }: Preset): SignInForm => {
  if (oauth === null) return signIn;
  const { client } = signIn;
  const tenantId = { ...client.place.tenantId, value: oauth.tenantId ?? '' };
  const named = {
    ...client,
    place: { ...client.place, tenantId },
    grant: { ...client.grant, flow: oauth.flow },
  };
  const kind = proofAfter({ mode: oauth.provider, client: named });
  return {
    ...signIn,
    mode: passwordWorks ? signIn.mode : oauth.provider,
    client: { ...named, proof: { ...named.proof, kind } },
  };
};

/**
 * A new form with the server data of a preset or of a detection, for the account `address` where one was given. `preset`: what is
 * known of the provider; null: nothing.
 */
export const presetForm = (
  name: string,
  server: ServerData,
  preset: Preset | null,
  address = '',
): MailForm => {
  const form = kindForm('smtp', address);
  const { authentication: mode, encryption } = server;
  const signIn = preset === null ? form.authentication : withOAuth(form.authentication, preset);
  return {
    ...form,
    name,
    host: server.host ?? '',
    port: String(server.port),
    portIsOwn: String(server.port) !== relayPort(encryption),
    encryption,
    authentication: mode === 'none' ? { ...newMailForm.authentication, mode } : signIn,
  };
};
