import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { IssuedToken, Provider } from 'oidc-provider';
import { devicePages } from './devicePages.ts';
import {
  type OAuthShape,
  oauthRoles,
  oauthScopes,
  oauthTenant,
  oauthUsers,
  registrations,
} from './oauthIdentities.ts';

/** How long tokens last, in seconds; tests may change it while the provider runs. */
export type Lifetimes = { accessToken: number };

export type OAuthProviderSettings = {
  readonly shape: OAuthShape;
  /** Of the application `certificate`; null: there is no such application. */
  readonly certificatePem: string | null;
  readonly lifetimes: Lifetimes;
  readonly signingKey: Record<string, unknown>;
};

type Context = {
  oidc: {
    provider: Provider;
    client: { clientId: string; grantTypeAllowed(type: string): boolean };
    params?: { scope?: string };
    session?: { accountId?: string };
  };
};

export const oidcScopes = ['openid', 'profile', 'email', 'offline_access'];

const resourceOf = (scope: string): string | null => URL.parse(scope)?.origin ?? null;

/** Scopes of one resource; Google's resource is its one scope. */
export const resourceIn = (scope: string | undefined): string | undefined =>
  scope?.split(' ').flatMap((one) => resourceOf(one) ?? [])[0];

export const scopesOf = (resource: string): string =>
  Object.values(oauthScopes)
    .filter((scope) => resourceOf(scope) === resource)
    .join(' ');

/** Makes the key with which a provider signs its tokens, private part and all (RFC 7517). */
export const newSigningKey = async (): Promise<Record<string, unknown>> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'lab' };
};

const resourceIndicators = (shape: OAuthShape) => ({
  enabled: true,
  defaultResource: (context: Context) => resourceIn(context.oidc.params?.scope) ?? [],
  useGrantedResource: () => true,
  getResourceServerInfo: (_: Context, resource: string) => ({
    scope: scopesOf(resource),
    audience: resource,
    accessTokenFormat: shape === 'entra' ? 'jwt' : 'opaque',
  }),
});

const claimsOf = (_: Context, token: IssuedToken): Record<string, unknown> => ({
  tid: oauthTenant,
  appid: token.clientId,
  ...(token.kind === 'ClientCredentials'
    ? { roles: oauthRoles }
    : { upn: token.accountId, scp: (token.scope ?? '').replaceAll(/https:\/\/[^/ ]+\//g, '') }),
});

const entraRoutes = {
  authorization: '/oauth2/v2.0/authorize',
  token: '/oauth2/v2.0/token',
  device_authorization: '/oauth2/v2.0/devicecode',
  jwks: '/discovery/v2.0/keys',
};

const googleRoutes = { authorization: '/o/oauth2/v2/auth' };

const timesToLive = (seconds: Lifetimes): Record<string, number | (() => number)> => ({
  AccessToken: () => seconds.accessToken,
  ClientCredentials: () => seconds.accessToken,
  AuthorizationCode: 60,
  DeviceCode: 600,
  Grant: 86_400,
  IdToken: 3_600,
  Interaction: 600,
  RefreshToken: 86_400,
  Session: 86_400,
});

const findAccount = (_: unknown, accountId: string): unknown =>
  Object.values(oauthUsers).some(({ name }) => name === accountId)
    ? {
        accountId,
        claims: () => ({ sub: accountId, email: accountId, preferred_username: accountId }),
      }
    : undefined;

/** What oidc-provider needs to behave like Entra or like Google. */
export const oauthConfiguration = ({
  shape,
  certificatePem,
  lifetimes,
  signingKey,
}: OAuthProviderSettings): Record<string, unknown> => ({
  clients: registrations(shape, certificatePem),
  scopes: [...oidcScopes, ...Object.values(oauthScopes)],
  claims: { openid: ['sub'], email: ['email'], profile: ['preferred_username'] },
  // Google and Entra put these in the identity token itself.
  conformIdTokenClaims: false,
  extraParams: ['access_type', 'include_granted_scopes'],
  jwks: { keys: [signingKey] },
  cookies: { keys: ['lab'], long: { signed: true }, short: { signed: true } },
  routes: shape === 'entra' ? entraRoutes : googleRoutes,
  interactions: {
    url: (_: unknown, { uid }: { uid: string }) =>
      shape === 'entra' ? `/${oauthTenant}/interaction/${uid}` : `/interaction/${uid}`,
  },
  pkce: {
    required: (_: Context, client: { clientAuthMethod?: string }) => client.clientAuthMethod === 'none',
  },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    deviceFlow: { enabled: true, ...devicePages },
    resourceIndicators: resourceIndicators(shape),
    userinfo: { enabled: false },
  },
  ttl: timesToLive(lifetimes),
  findAccount,
  extraTokenClaims: shape === 'entra' ? claimsOf : () => undefined,
  expiresWithSession: () => false,
  issueRefreshToken: (_: Context, client: { grantTypeAllowed(type: string): boolean }) =>
    client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: shape === 'entra',
});
