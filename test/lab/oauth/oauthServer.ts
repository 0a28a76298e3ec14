import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { JWTPayload } from 'jose';
import { Provider } from 'oidc-provider';
import { type Lifetimes, newSigningKey, oauthConfiguration } from './oauthConfiguration.ts';
import { type OAuthShape, oauthTenant } from './oauthIdentities.ts';
import { createPeople, type People } from './oauthPeople.ts';
import { findUser, serveSignIn } from './signInPage.ts';
import { createVerifier } from './verifyToken.ts';

/** One request that the provider got. */
export type OAuthRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

/** What is answered in place of the provider. */
export type CannedAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
};

export type OAuthServerOptions = {
  readonly shape: OAuthShape;
  /** What it calls itself, wherever it listens; its own address when left out. */
  readonly issuer?: string;
  /** PEM of the server's key and chain; right for `localhost` and for the host of `issuer`. */
  readonly tls: { readonly key: string; readonly chain: string };
  /** PEM of the certificate of the application `certificate`; without it there is no such application. */
  readonly clientCertificate?: string;
};

export type OAuthServer = {
  readonly port: number;
  /** `https://localhost:<port>/<tenant>` like Entra, without the tenant like Google. */
  readonly authority: string;
  readonly issuer: string;
  readonly jwksUri: string;
  readonly lifetimes: Lifetimes;
  /** All requests, in the order of arrival. */
  readonly requests: readonly OAuthRequest[];
  /** Requests of tokens alone. */
  tokenRequests(): readonly OAuthRequest[];
  /** The next request of this kind gets this answer, and not the provider's. */
  answerNext(kind: 'token' | 'devicecode' | 'discovery', answer: CannedAnswer): void;
  /** Claims of a token that this provider has issued and that is still good; null for any other. */
  verify(token: string): Promise<JWTPayload | null>;
  /** Takes back what people have agreed to: no token can be renewed any more. */
  revokeConsent(): Promise<void>;
  close(): Promise<void>;
};

type Exchange = { request: IncomingMessage; response: ServerResponse; form: URLSearchParams; path: string };

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

const readForm = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const kindOf = (path: string): 'token' | 'devicecode' | 'discovery' | null => {
  if (path.endsWith('/.well-known/openid-configuration')) return 'discovery';
  if (/\/devicecode$|\/device\/auth$/.test(path)) return 'devicecode';
  return path.endsWith('/token') ? 'token' : null;
};

const wrongPassword = JSON.stringify({
  error: 'invalid_grant',
  error_description: 'AADSTS50126: Error validating credentials due to invalid username or password.',
  error_codes: [50126],
});

const answer = (response: ServerResponse, { status, headers, body }: CannedAnswer): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
};

const close = async (server: Server): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
};

/** What Entra does otherwise than the standards, or a provider of one author cannot do. */
const toStandard = async (people: People, { form }: Exchange): Promise<'refused' | null> => {
  if (form.get('grant_type') === 'device_code') form.set('grant_type', deviceGrant);
  // The provider has forgotten that offline access was asked for, since nobody was asked about it alone.
  if (form.get('grant_type') === 'refresh_token')
    form.set('scope', (form.get('scope') ?? '').replace(/ ?\boffline_access\b/, ''));
  if (form.get('grant_type') !== 'password') return null;
  const accountId = findUser(form.get('username'), form.get('password'));
  if (accountId === null) return 'refused';
  form.set('device_code', await people.agreedCode(form, accountId));
  form.set('grant_type', deviceGrant);
  return null;
};

/** Starts a provider over TLS on a free port of 127.0.0.1, with real keys, tokens and sign-in. */
export async function startOAuthServer(options: OAuthServerOptions): Promise<OAuthServer> {
  const { shape, tls, clientCertificate = null } = options;
  const lifetimes: Lifetimes = { accessToken: 3_600 };
  const requests: OAuthRequest[] = [];
  const canned = new Map<string, CannedAnswer[]>();
  const server = createServer({ key: tls.key, cert: tls.chain });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = `https://localhost:${port}`;
  const authority = shape === 'entra' ? `${origin}/${oauthTenant}` : origin;
  const { issuer = shape === 'entra' ? `${authority}/v2.0` : origin } = options;
  const signingKey = await newSigningKey();
  const provider = new Provider(
    issuer,
    oauthConfiguration({ shape, certificatePem: clientCertificate, lifetimes, signingKey }),
  );
  const people = createPeople(provider);
  const callback = provider.callback();

  const serve = async (exchange: Exchange): Promise<void> => {
    const { request, response, form, path } = exchange;
    const kind = kindOf(path);
    const instead = kind === null ? undefined : canned.get(kind)?.shift();
    if (instead !== undefined) return answer(response, instead);
    if (path.includes('/interaction/')) return serveSignIn(provider, exchange, people);
    const refused = kind === 'token' ? await toStandard(people, exchange) : null;
    if (refused !== null) return answer(response, { status: 400, body: wrongPassword });
    // The provider takes a body that has been read from here.
    Object.assign(request, { body: form.toString(), originalUrl: request.url });
    request.url = (request.url ?? '').replace(`/${oauthTenant}/v2.0/.well-known`, '/.well-known');
    request.url = request.url
      .replace(`/${oauthTenant}/`, '/')
      .replace('prompt=select_account', 'prompt=login');
    callback(request, response);
  };

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origin);
    void readForm(request)
      .then((text) => {
        const form = new URLSearchParams(text);
        const logged = new URLSearchParams(text);
        const { method = '', headers } = request;
        requests.push({ method, path: url.pathname, query: url.searchParams, form: logged, headers });
        return serve({ request, response, form, path: url.pathname });
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });

  const jwksUri = shape === 'entra' ? `${authority}/discovery/v2.0/keys` : `${origin}/jwks`;

  return {
    port,
    authority,
    issuer,
    jwksUri,
    lifetimes,
    requests,
    tokenRequests: () => requests.filter(({ path }) => kindOf(path) === 'token'),
    answerNext: (kind, next) => void canned.set(kind, [...(canned.get(kind) ?? []), next]),
    verify: createVerifier(provider, { issuer, signingKey }),
    revokeConsent: people.revokeConsent,
    close: () => close(server),
  };
}
