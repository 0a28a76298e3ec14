import { createPrivateKey, type KeyObject } from 'node:crypto';
import * as client from 'openid-client';
import { isSafeAddress } from '../../contract/oauth/safeAddress.ts';
import { FlowUnavailable, type OAuthCommand } from './oauthError.ts';
import type { Operation } from './operation.ts';
import type { ClientProof, OpenIdEndpoints } from './tokenClient.ts';

export type OpenIdSettings = { endpoints: OpenIdEndpoints; clientId: string; proof: ClientProof };

/** Stands where the library wants an issuer; then no identity token is asked for or looked at. */
const unknownIssuer = 'https://unknown.invalid';

/** Every signature that is registered for tokens (IANA, JSON Web Signature and Encryption Algorithms), but not `none`. */
const signatures: readonly string[] = [
  ...['RS', 'PS', 'ES', 'HS'].flatMap((kind) => ['256', '384', '512'].map((bits) => kind + bits)),
  ...['ES256K', 'EdDSA', 'Ed25519', 'Ed448', 'ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'],
];

type Algorithm = { name: string; hash?: string; namedCurve?: string };

const curves: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

const algorithmOf = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): Algorithm => {
  if (asymmetricKeyType === 'rsa') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const namedCurve = curves[asymmetricKeyDetails?.namedCurve ?? ''];
  if (asymmetricKeyType !== 'ec' || namedCurve === undefined) throw new FlowUnavailable('keyKind');
  return { name: 'ECDSA', namedCurve };
};

/** How the client proves itself: RFC 6749, 2.3.1, or a signed assertion by RFC 7523. */
const authenticationOf = (proof: ClientProof, endpoints: OpenIdEndpoints): client.ClientAuth => {
  const { issuer, tokenEndpoint, secretMethod } = endpoints;
  if (proof.kind === 'none') return client.None();
  if (proof.kind === 'secret')
    return secretMethod === 'basic'
      ? client.ClientSecretBasic(proof.secret)
      : client.ClientSecretPost(proof.secret);
  const key = createPrivateKey(proof.privateKeyPem);
  // The boundary to the library, whose types of keys are those of a browser.
  const signingKey: unknown = key.toCryptoKey(algorithmOf(key), false, ['sign']);
  return client.PrivateKeyJwt(signingKey as client.CryptoKey, {
    [client.modifyAssertion]: (_, payload) => {
      payload['aud'] = issuer ?? tokenEndpoint;
    },
  });
};

const metadataOf = (endpoints: OpenIdEndpoints): client.ServerMetadata => {
  const { issuer, authorizationEndpoint, tokenEndpoint, deviceEndpoint } = endpoints;
  const addresses = [authorizationEndpoint, tokenEndpoint, deviceEndpoint];
  if (addresses.some((address) => address !== null && !isSafeAddress(address)))
    throw new FlowUnavailable('addressUnsafe');
  return {
    issuer: issuer ?? unknownIssuer,
    token_endpoint: tokenEndpoint,
    // The identity token comes straight from the provider over TLS, which stands for its signature (OpenID Connect
    // Core, 3.1.3.7); the library only wants to know the algorithm.
    id_token_signing_alg_values_supported: [...signatures],
    ...(authorizationEndpoint === null ? {} : { authorization_endpoint: authorizationEndpoint }),
    ...(deviceEndpoint === null ? {} : { device_authorization_endpoint: deviceEndpoint }),
  };
};

/** The library's way to the network: the exchange of this operation, and no identity token that is not to be judged. */
const fetchBy =
  (operation: Operation, { deviceEndpoint }: OpenIdEndpoints, judgesIdentity: boolean): client.CustomFetch =>
  async (url, { method, headers, body }) => {
    const command: OAuthCommand =
      deviceEndpoint !== null && url === new URL(deviceEndpoint).href ? 'device' : 'token';
    const { answer, body: read } = await operation.ask({
      method: method === 'GET' ? 'GET' : 'POST',
      url,
      headers,
      // The library sends forms only.
      body: body instanceof URLSearchParams ? body.toString() : null,
      command,
    });
    const { id_token: identity, ...rest } = read;
    const kept = judgesIdentity && identity !== undefined ? read : rest;
    const status = 'error' in read ? 400 : answer.status;
    return new Response(JSON.stringify(kept), { status, headers: { 'content-type': 'application/json' } });
  };

/**
 * What the library needs for one operation. Its own time limit is off: the exchange has one.
 * @param judgesIdentity false: an identity token is not looked at, as without a known issuer.
 */
export const configurationFor = (
  { endpoints, clientId, proof }: OpenIdSettings,
  operation: Operation,
  judgesIdentity = endpoints.issuer !== null,
): client.Configuration => {
  const configuration = new client.Configuration(
    metadataOf(endpoints),
    clientId,
    {},
    authenticationOf(proof, endpoints),
  );
  configuration[client.customFetch] = fetchBy(operation, endpoints, judgesIdentity);
  configuration.timeout = 0;
  // Addresses were judged above: those without TLS are of the machine itself.
  client.allowInsecureRequests(configuration);
  return configuration;
};
