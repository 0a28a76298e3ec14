import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTokenClient } from '../../../electron/protocols/oauth/createTokenClient.ts';
import { discoverProvider } from '../../../electron/protocols/oauth/discoverProvider.ts';
import type { HttpExchange } from '../../../electron/protocols/net/httpsExchange.ts';
import type {
  ClientProof,
  OpenIdEndpoints,
  TokenCache,
  TokenClient,
  TokenEndpoints,
} from '../../../electron/protocols/oauth/tokenClient.ts';
import { type CertificateRequest, createIssuer, issueCertificate } from '../../lab/certificateAuthority.ts';
import { createExchange } from '../../lab/oauth/exchangeOverTls.ts';
import type { OAuthShape, OAuthUser } from '../../lab/oauth/oauthIdentities.ts';
import { type OAuthServer, startOAuthServer } from '../../lab/oauth/oauthServer.ts';
import { enterCodeByForm, type ShownCode, signInByForm } from '../../lab/oauth/signInByForm.ts';

export type Application = { clientId: string; proof: ClientProof };

export type OAuthLab = {
  server: OAuthServer;
  exchange: HttpExchange;
  /** The certificate of the application `certificate`. */
  certificate: { certificatePem: string; privateKeyPem: string };
  /** A client with a memory of its own, or with the given one. */
  client(application: Application, settings?: Partial<ClientSettings>): TokenClient;
  /** Signs in as a person does in a browser. */
  browse(user: OAuthUser, action?: 'accept' | 'refuse'): (url: string) => Promise<void>;
  /** Types in the code of a device as a person does in a browser, and signs in. */
  enterCode(user: OAuthUser, action?: 'accept' | 'refuse'): (shown: ShownCode) => Promise<void>;
  close(): Promise<void>;
};

export type ClientSettings = {
  cache: TokenCache;
  exchange: HttpExchange;
  endpoints: TokenEndpoints;
  now: () => number;
};

/** A memory that can be looked into. */
export const createMemory = (): TokenCache & { text: () => string | null } => {
  let kept: string | null = null;
  return {
    read: async () => kept,
    write: async (text) => void (kept = text),
    isShared: () => false,
    text: () => kept,
  };
};

export const page = { language: 'en', title: 'Relay Console', received: 'Close this.', refused: 'Refused.' };

export const never = new AbortController().signal;

const readPair = (folder: string): { certificate: string; key: string; chain: string } => ({
  certificate: readFileSync(path.join(folder, 'certificate.pem'), 'utf8'),
  key: readFileSync(path.join(folder, 'key.pem'), 'utf8'),
  chain: readFileSync(path.join(folder, 'chain.pem'), 'utf8'),
});

const createPairs = async (folder: string) => {
  const authority = await createIssuer(path.join(folder, 'authority'), 'Lab OAuth Root');
  const make = async (name: string, request: Pick<CertificateRequest, 'usage' | 'key'>) => {
    const own = path.join(folder, name);
    const names = { commonName: name, alternativeNames: 'DNS:localhost' };
    await issueCertificate(own, authority, { ...names, ...request });
    return readPair(own);
  };
  const [server, application] = await Promise.all([
    make('localhost', {}),
    // Entra takes RSA keys alone.
    make('application', { usage: 'clientAuth', key: 'rsa:2048' }),
  ]);
  return { authorityPem: readFileSync(authority.certificatePath, 'utf8'), server, application };
};

const endpointsOf = async (
  shape: OAuthShape,
  { authority, issuer }: OAuthServer,
  exchange: HttpExchange,
): Promise<TokenEndpoints> => {
  if (shape === 'entra') return { kind: 'microsoft', authority };
  const found = await discoverProvider(issuer, { exchange, now: Date.now, signal: never });
  const authorizationParameters = { access_type: 'offline', prompt: 'consent' };
  return { ...found, authorizationParameters } satisfies OpenIdEndpoints;
};

/** Starts a provider of this shape and gives all that a test needs to speak to it. */
export const startOAuthLab = async (shape: OAuthShape): Promise<OAuthLab> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'relay-oauth-'));
  const { authorityPem, server: tls, application } = await createPairs(folder);
  const server = await startOAuthServer({ shape, tls, clientCertificate: application.certificate });
  const exchange = createExchange(authorityPem);
  const endpoints = await endpointsOf(shape, server, exchange);
  return {
    server,
    exchange,
    certificate: { certificatePem: application.certificate, privateKeyPem: application.key },
    client: (known, settings) =>
      createTokenClient({ endpoints, exchange, cache: createMemory(), now: Date.now, ...known, ...settings }),
    browse: (user, action) => async (url) => {
      const last = await signInByForm(url, { user, action, authorityPem });
      if (!last.url.startsWith('http://localhost:')) throw new Error(`Not sent back: ${last.body}`);
    },
    enterCode: (user, action) => async (shown) => {
      const last = await enterCodeByForm(shown, { user, action, authorityPem });
      const heading = action === 'refuse' ? 'Enter code' : 'Signed in';
      if (!last.body.includes(`<h1>${heading}</h1>`)) throw new Error(`Not at the end: ${last.body}`);
    },
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
