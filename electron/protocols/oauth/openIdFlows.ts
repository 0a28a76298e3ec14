import * as client from 'openid-client';
import { toAuthorization } from './authorization.ts';
import { deviceCodeExpired, FlowUnavailable } from './oauthError.ts';
import { configurationFor, type OpenIdSettings } from './openIdConfiguration.ts';
import type { ProviderRequest } from './providerClient.ts';
import { awaitRedirect } from './redirectListener.ts';
import type { TokenFlow } from './tokenClient.ts';

export type OpenIdAnswer = client.TokenEndpointResponse & client.TokenEndpointResponseHelpers;

type Flow<Kind extends TokenFlow['kind']> = Extract<TokenFlow, { kind: Kind }>;
type Context = OpenIdSettings & { now: () => number };

/** With `openid` the provider says who signed in, and the nonce ties that to this sign-in. */
const personScopes = ({ endpoints }: OpenIdSettings, scopes: readonly string[]): string =>
  [...new Set(endpoints.issuer === null ? scopes : ['openid', ...scopes])].join(' ');

/** An `iss` (RFC 9207) can be compared only with an issuer that is known. */
const judged = (answer: URL, issuer: string | null): URL => {
  if (issuer === null) answer.searchParams.delete('iss');
  return answer;
};

const byCode = async (
  context: Context,
  flow: Flow<'authorizationCode'>,
  { scopes, operation }: ProviderRequest,
): Promise<OpenIdAnswer> => {
  const { endpoints } = context;
  if (endpoints.authorizationEndpoint === null) throw new FlowUnavailable('endpointMissing');
  const configuration = configurationFor(context, operation);
  const { redirectUri, loginHint, page, waitForPort: onWait } = flow;
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = endpoints.issuer === null ? null : client.randomNonce();
  const url = client.buildAuthorizationUrl(configuration, {
    ...endpoints.authorizationParameters,
    redirect_uri: redirectUri,
    scope: personScopes(context, scopes),
    state,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(nonce === null ? {} : { nonce }),
    ...(loginHint === null ? {} : { login_hint: loginHint }),
  });
  const answer = await awaitRedirect({ redirectUri, state, page, onWait, signal: operation.signal }, () =>
    flow.openBrowser(url.href),
  );
  toAuthorization(answer);
  return client.authorizationCodeGrant(configuration, judged(answer, endpoints.issuer), {
    pkceCodeVerifier: verifier,
    expectedState: state,
    ...(nonce === null ? {} : { expectedNonce: nonce }),
  });
};

const poll = async (
  configuration: client.Configuration,
  code: client.DeviceAuthorizationResponse,
  signal: AbortSignal,
): Promise<OpenIdAnswer> => {
  const expiry = AbortSignal.timeout(code.expires_in * 1000);
  try {
    return await client.pollDeviceAuthorizationGrant(configuration, code, undefined, {
      signal: AbortSignal.any([signal, expiry]),
    });
  } catch (error) {
    if (expiry.aborted && !signal.aborted) throw deviceCodeExpired();
    throw error;
  }
};

const byDeviceCode = async (
  context: Context,
  flow: Flow<'deviceCode'>,
  { scopes, operation }: ProviderRequest,
): Promise<OpenIdAnswer> => {
  if (context.endpoints.deviceEndpoint === null) throw new FlowUnavailable('endpointMissing');
  const configuration = configurationFor(context, operation);
  const code = await client.initiateDeviceAuthorization(configuration, {
    scope: personScopes(context, scopes),
  });
  flow.show({
    verificationUri: code.verification_uri,
    userCode: code.user_code,
    expiresAtMs: context.now() + code.expires_in * 1000,
    message: '',
  });
  return poll(configuration, code, operation.signal);
};

/** Asks a provider in one of its ways. Throws what the library throws, OAuthRefusal and errors of the listener. */
export const askOpenId = (
  context: Context,
  flow: TokenFlow,
  request: ProviderRequest,
): Promise<OpenIdAnswer> => {
  const { scopes, operation } = request;
  switch (flow.kind) {
    case 'clientCredentials':
      if (context.proof.kind === 'none') throw new FlowUnavailable('proofMissing');
      return client.clientCredentialsGrant(configurationFor(context, operation), { scope: scopes.join(' ') });
    case 'authorizationCode':
      return byCode(context, flow, request);
    case 'deviceCode':
      return byDeviceCode(context, flow, request);
    case 'ropc':
      return client.genericGrantRequest(configurationFor(context, operation), 'password', {
        username: flow.userName,
        password: flow.password,
        scope: personScopes(context, scopes),
      });
  }
};

/**
 * Renews a person's token (RFC 6749, 6). Who signed in was judged at the sign-in: an identity token that comes again is left
 * aside, so that nothing in it costs the token for renewal that came with it. Throws what the library throws.
 */
export const renewOpenId = (
  context: OpenIdSettings,
  refreshToken: string,
  { scopes, operation }: ProviderRequest,
): Promise<OpenIdAnswer> =>
  client.refreshTokenGrant(configurationFor(context, operation, false), refreshToken, {
    scope: personScopes(context, scopes),
  });
