import { X509Certificate } from 'node:crypto';

/** Like whom the lab's provider behaves. */
export type OAuthShape = 'entra' | 'google';

export type OAuthUser = { readonly name: string; readonly password: string };

/** Everybody who can sign in. */
export const oauthUsers = {
  alice: { name: 'alice@corp.example', password: 'alice-oauth-password' },
  bob: { name: 'bob@corp.example', password: 'bob-oauth-password' },
} as const satisfies Record<string, OAuthUser>;

/** The tenant of the provider shaped like Entra. */
export const oauthTenant = '7f1a0f0c-2f52-4f6e-9a0e-0a6f5a3c1b11';

/** The two addresses that are registered, to the letter. */
export const redirectUris = {
  microsoft: 'http://localhost:9999/callback',
  google: 'http://localhost:8888/Callback',
} as const;

/**
 * Applications: `secret` for programs without a person · `certificate` likewise · `open` without proof, for people ·
 * `web` for people, with a secret · `google` likewise, named as Google names its own.
 */
export const oauthClients = {
  secret: { clientId: '11111111-0000-4000-8000-000000000001', secret: 'lab-application-secret-value' },
  certificate: { clientId: '11111111-0000-4000-8000-000000000002' },
  open: { clientId: '11111111-0000-4000-8000-000000000003' },
  web: { clientId: '11111111-0000-4000-8000-000000000004', secret: 'lab-web-secret-value' },
  google: { clientId: '555-lab.apps.googleusercontent.com', secret: 'lab-google-secret-value' },
} as const;

/** What an administrator has granted to every application that signs in by itself. */
export const oauthRoles: readonly string[] = [
  'SMTP.SendAsApp',
  'IMAP.AccessAsApp',
  'POP.AccessAsApp',
  'Mail.Send',
  'full_access_as_app',
];

/** Scopes that the provider knows, by what they stand for. */
export const oauthScopes = {
  exchangeApplication: 'https://outlook.office365.com/.default',
  graphApplication: 'https://graph.microsoft.com/.default',
  smtpPerson: 'https://outlook.office.com/SMTP.Send',
  imapPerson: 'https://outlook.office.com/IMAP.AccessAsUser.All',
  pop3Person: 'https://outlook.office.com/POP.AccessAsUser.All',
  graphPerson: 'https://graph.microsoft.com/Mail.Send',
  googleMail: 'https://mail.google.com/',
} as const;

/** Without `kid`: Entra knows a certificate by its thumbprint, and so does whoever signs for it. */
const keyOf = (certificatePem: string): Record<string, unknown> => ({
  ...new X509Certificate(certificatePem).publicKey.export({ format: 'jwk' }),
  use: 'sig',
});

const people = ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'];
const native = {
  grant_types: people,
  response_types: ['code'],
  redirect_uris: Object.values(redirectUris),
  application_type: 'native',
};
const application = { grant_types: ['client_credentials'], response_types: [], redirect_uris: [] };

const withSecret = ({ clientId, secret }: { clientId: string; secret: string }) => ({
  client_id: clientId,
  client_secret: secret,
  token_endpoint_auth_method: 'client_secret_post',
});

/** The registrations, as RFC 7591 names their parts. */
export const registrations = (shape: OAuthShape, certificatePem: string | null): unknown[] => [
  { ...application, ...withSecret(oauthClients.secret) },
  {
    ...native,
    client_id: oauthClients.open.clientId,
    token_endpoint_auth_method: 'none',
  },
  { ...native, ...withSecret(oauthClients.web) },
  { ...native, ...withSecret(oauthClients.google), redirect_uris: [redirectUris.google] },
  ...(certificatePem === null
    ? []
    : [
        {
          ...application,
          client_id: oauthClients.certificate.clientId,
          token_endpoint_auth_method: 'private_key_jwt',
          token_endpoint_auth_signing_alg: shape === 'entra' ? 'PS256' : 'RS256',
          jwks: { keys: [keyOf(certificatePem)] },
        },
      ]),
];
