import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpsExchange } from '../../../electron/protocols/net/httpsExchange.ts';
import type { ResolvedClient } from '../../../electron/services/oauth/resolvedClient.ts';
import { createTokenService } from '../../../electron/services/oauth/tokenService.ts';
import { failureOf, parts, seeProof, smtpValues } from './proofLab.ts';
import { startTokenLab, type TokenLab } from './tokenLab.ts';

type Endpoints = Extract<ResolvedClient['place'], { provider: 'openid' }>['endpoints'];

const typed = (token: string): Endpoints => ({ found: 'typed', authorization: null, token, device: null });
const discovered = (issuer: string): Endpoints => ({ found: 'discovered', issuer });

describe('a provider of tokens that cannot be reached', () => {
  let lab: TokenLab;
  beforeAll(async () => {
    lab = await startTokenLab();
  });
  afterAll(() => lab.close());

  const client = (endpoints: Endpoints): ResolvedClient => ({
    place: { provider: 'openid', scopes: 'mail', endpoints },
    ...{ clientId: 'relay', grant: { flow: 'clientCredentials' } },
    proof: { kind: 'secret', secret: 'Planted~Secret', expiresOn: null },
  });

  const prove = (
    endpoints: Endpoints,
    proxyPort: number | null = null,
    { limitMs = 5_000, ignored = [] }: { limitMs?: number; ignored?: string[] } = {},
  ) => {
    const proxy = proxyPort === null ? null : { host: '127.0.0.1', port: proxyPort, credential: null };
    const tokens = createTokenService({
      ...lab.tokenParts,
      exchangeOf: (trust) =>
        createHttpsExchange({
          ...{ anchors: parts.trustStore.anchorsOf(trust), proxy: () => proxy, timeoutMs: limitMs },
        }),
    });
    const known = { mechanism: null, client: client(endpoints) };
    const authentication = { mode: 'oauth2', userName: 'bob', ...known } as const;
    return seeProof(smtpValues({ authentication, encryption: 'tls' }), {
      run: lab.createRun(tokens, { findProxy: async () => ({ proxy, ignored }) }),
    });
  };

  const closedPort = async (): Promise<number> => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const address = closed.address();
    closed.close();
    await once(closed, 'close');
    return typeof address === 'object' && address !== null ? address.port : 0;
  };

  it('is named with its port when it refuses the connection', async () => {
    const port = await closedPort();
    const proof = await prove(typed(`https://127.0.0.1:${port}/token`));
    expect(failureOf(proof)).toBe('token oauthConnectionRefused');
    expect(proof.failed?.finding?.parameters).toMatchObject({ host: '127.0.0.1', port: String(port) });
    expect(proof.failed?.evidence.facts.provider).toBe('openid');
  });

  it('is no known name', async () => {
    expect(failureOf(await prove(typed('https://provider.invalid/token')))).toBe('token hostNotFound');
  });

  it('has a certificate of an authority that nobody trusts', async () => {
    const proof = await prove(typed(`${new URL(lab.server.authority).origin}/token`));
    expect(failureOf(proof)).toMatch(/^token certificate/);
    expect(lab.server.tokenRequests()).toEqual([]);
  });

  it.each([
    ['token', typed('https://provider.example/token')],
    ['discover', discovered('https://provider.example')],
  ])('lies behind a proxy that is not there, which is named in the stage %s', async (stage, endpoints) => {
    const port = await closedPort();
    const proof = await prove(endpoints, port);
    expect(failureOf(proof)).toBe(`${stage} proxyNotListening`);
    const proxy = { host: '127.0.0.1', port: String(port), proxy: `127.0.0.1:${port}` };
    expect(proof.failed?.finding?.parameters).toMatchObject({ ...proxy, context: 'detailed' });
    expect(proof.failed?.evidence.facts).toMatchObject({ proxy: proxy.proxy, systemCode: 'ECONNREFUSED' });
  });

  it('lies behind a proxy that says nothing', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const proof = await prove(typed('https://provider.example/token'), port, { limitMs: 500 });
    silent.close();
    expect(failureOf(proof)).toBe('token proxyUnreachable');
    const parameters = { host: '127.0.0.1', port: String(port), proxy: `127.0.0.1:${port}` };
    expect(proof.failed?.finding?.parameters).toMatchObject(parameters);
  });

  it('lies behind a proxy that this machine is set to use and that is not used', async () => {
    const port = await closedPort();
    const ignored = ['AutoConfigURL=http://wpad/wpad.dat'];
    const proof = await prove(typed(`https://127.0.0.1:${port}/token`), null, { ignored });
    expect(failureOf(proof)).toBe('token oauthConnectionRefused');
    expect(proof.failed?.evidence.facts.proxyIgnored).toEqual(ignored);
    expect(proof.failed?.finding?.parameters).toMatchObject({ proxyIgnored: ignored[0], port: String(port) });
  });

  it('lies behind a proxy that wants a sign-in', async () => {
    const proxy = createServer((socket) => {
      socket.once('data', () =>
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n'),
      );
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const address = proxy.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const proof = await prove(typed('https://provider.example/token'), port);
    proxy.close();
    expect(failureOf(proof)).toBe('token proxySignInNeeded');
    expect(proof.failed?.finding?.parameters).toMatchObject({ proxy: `127.0.0.1:${port}` });
  });
});
