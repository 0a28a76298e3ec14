import { createPrivateKey, X509Certificate } from 'node:crypto';
import type {
  Configuration,
  ConfidentialClientApplication,
  ICachePlugin,
  INetworkModule,
  PublicClientApplication,
} from '@azure/msal-node';
import { isSafeAddress } from '../../contract/oauth/safeAddress.ts';
import { FlowUnavailable } from './oauthError.ts';
import type { ClientProof } from './tokenClient.ts';

export type MicrosoftSettings = { authority: string; clientId: string; proof: ClientProof };
export type MicrosoftApplication = ConfidentialClientApplication | PublicClientApplication;
export type Msal = typeof import('@azure/msal-node');

/**
 * The objects of msal for one application, of one operation alone: when msal renews a token, it empties what an object
 * remembers before it reads that again, which would take away the tokens of another operation. Device codes need one without
 * proof, client credentials one with it.
 */
export type MicrosoftApplications = {
  msal: Msal;
  /** Throws FlowUnavailable when there is no proof. */
  confidential(): ConfidentialClientApplication;
  open(): PublicClientApplication;
  /** With the proof where there is one. */
  usual(): MicrosoftApplication;
};

type Credential = Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate'>;

const certificateCount = (pem: string): number => pem.split('-----BEGIN CERTIFICATE-----').length - 1;

const credentialOf = (proof: ClientProof): Credential => {
  if (proof.kind === 'none') throw new FlowUnavailable('proofMissing');
  if (proof.kind === 'secret') return { clientSecret: proof.secret };
  const { certificatePem, privateKeyPem } = proof;
  if (createPrivateKey(privateKeyPem).asymmetricKeyType !== 'rsa') throw new FlowUnavailable('keyKind');
  const thumbprintSha256 = new X509Certificate(certificatePem).fingerprint256.replaceAll(':', '');
  const clientCertificate = { thumbprintSha256, privateKey: privateKeyPem };
  return certificateCount(certificatePem) > 1
    ? { clientCertificate: { ...clientCertificate, x5c: certificatePem } }
    : { clientCertificate };
};

/** Where Entra has what, so that msal asks nobody for it, whichever cloud this is. */
const metadataOf = (authority: string): string =>
  JSON.stringify({
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
    issuer: `${authority}/v2.0`,
  });

const authOf = ({ authority, clientId }: MicrosoftSettings): Configuration['auth'] => {
  const address = authority.replace(/\/$/, '');
  if (!isSafeAddress(address)) throw new FlowUnavailable('addressUnsafe');
  return {
    clientId,
    authority: address,
    authorityMetadata: metadataOf(address),
    knownAuthorities: [new URL(address).host],
  };
};

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
};

/** Makes the objects of msal for one application when they are needed. msal logs nothing. */
export const createMicrosoftApplications = (
  msal: Msal,
  settings: MicrosoftSettings,
  { cachePlugin, network }: { cachePlugin: ICachePlugin; network: INetworkModule },
): MicrosoftApplications => {
  const configurationOf = (credential: Credential): Configuration => ({
    auth: { ...authOf(settings), ...credential },
    cache: { cachePlugin },
    system: {
      networkClient: network,
      disableInternalRetries: true,
      loggerOptions: { loggerCallback: () => undefined, piiLoggingEnabled: false },
    },
  });
  const confidential = once(
    () => new msal.ConfidentialClientApplication(configurationOf(credentialOf(settings.proof))),
  );
  const open = once(() => new msal.PublicClientApplication(configurationOf({})));
  return {
    msal,
    confidential,
    open,
    usual: () => (settings.proof.kind === 'none' ? open() : confidential()),
  };
};
