import { hostOfUrl } from '../../contract/mail/canonicalHost.ts';
import { isOwnHost } from '../../contract/mail/ownHost.ts';
import { isSafeAddress } from '../../contract/oauth/safeAddress.ts';
import { beginOperation } from './operation.ts';
import { textOf } from './readAnswer.ts';
import type { JsonObject } from '../text/readJson.ts';
import type { HttpExchange } from '../net/httpsExchange.ts';
import type { OpenIdEndpoints } from './tokenClient.ts';

export type DiscoveryErrorCode =
  /** It is no address, has a query or a fragment, or is neither https nor of the machine itself. */
  | 'issuerAddress'
  /** The document is that of another issuer. */
  | 'otherIssuer'
  /** It names no token endpoint. */
  | 'noTokenEndpoint'
  /** It names an endpoint that is neither https nor, below an issuer of the machine itself, of this machine too. */
  | 'unsafeEndpoint';

/** An issuer whose document cannot be used. `words` is what it says instead: an issuer, or an address. */
export class DiscoveryError extends Error {
  override readonly name = 'DiscoveryError';
  readonly code: DiscoveryErrorCode;
  readonly words: string;

  constructor(code: DiscoveryErrorCode, words: string) {
    super(code);
    this.code = code;
    this.words = words;
  }
}

export type DiscoveredProvider = Omit<OpenIdEndpoints, 'authorizationParameters'> & {
  issuer: string;
};

const checkIssuer = (issuer: string): void => {
  if (!isSafeAddress(issuer) || issuer.includes('?') || issuer.includes('#'))
    throw new DiscoveryError('issuerAddress', issuer);
};

const isOfThisMachine = (address: string): boolean => isOwnHost(hostOfUrl(address));

/** A provider elsewhere has no business with the services of this machine. */
const endpointOf = (document: JsonObject, name: string, issuer: string): string | null => {
  const address = textOf(document[name]);
  if (address === null) return null;
  const isAllowed = isSafeAddress(address) && (isOfThisMachine(issuer) || !isOfThisMachine(address));
  if (!isAllowed) throw new DiscoveryError('unsafeEndpoint', address);
  return address;
};

const wordsOf = (value: unknown): string[] =>
  Array.isArray(value) ? (value as unknown[]).filter((word) => typeof word === 'string') : [];

const toProvider = (document: JsonObject, issuer: string): DiscoveredProvider => {
  if (document['issuer'] !== issuer)
    throw new DiscoveryError('otherIssuer', textOf(document['issuer']) ?? '');
  const tokenEndpoint = endpointOf(document, 'token_endpoint', issuer);
  if (tokenEndpoint === null) throw new DiscoveryError('noTokenEndpoint', '');
  return {
    kind: 'openid',
    issuer,
    authorizationEndpoint: endpointOf(document, 'authorization_endpoint', issuer),
    tokenEndpoint,
    deviceEndpoint: endpointOf(document, 'device_authorization_endpoint', issuer),
    secretMethod: wordsOf(document['token_endpoint_auth_methods_supported']).includes('client_secret_post')
      ? 'post'
      : 'basic',
  };
};

/**
 * Asks a provider where its endpoints are (OpenID Connect Discovery 1.0, 4). The issuer that it names must be the given
 * one, letter for letter. Throws DiscoveryError, OAuthRefusal, UnusableAnswer, what the exchange throws, or the signal's
 * reason.
 * @param now milliseconds since 1970.
 */
export const discoverProvider = async (
  issuer: string,
  { exchange, now, signal }: { exchange: HttpExchange; now: () => number; signal: AbortSignal },
): Promise<DiscoveredProvider> => {
  checkIssuer(issuer);
  const operation = beginOperation({ exchange, now, signal, isFinished: false, checkTurn: () => undefined });
  const { body } = await operation.ask({
    method: 'GET',
    url: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    headers: { accept: 'application/json' },
    body: null,
    command: 'discovery',
  });
  return toProvider(body, issuer);
};
