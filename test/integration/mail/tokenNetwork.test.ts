import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpsExchange } from '../../../electron/protocols/net/httpsExchange.ts';
import type { ResolvedClient } from '../../../electron/services/oauth/resolvedClient.ts';
import { createTokenService } from '../../../electron/services/oauth/tokenService.ts';
import { failureOf, parts, seeProof, smtpValues } from './proofLab.ts';
import { startTokenLab, type TokenLab } from './tokenLab.ts';

describe('a provider of tokens that cannot be reached', () => {
  let lab: TokenLab;
  beforeAll(async () => {
    lab = await startTokenLab();
  });
  afterAll(() => lab.close());

  const client = (token: string): ResolvedClient => ({
    place: {
      ...{ provider: 'openid', scopes: 'mail' },
      endpoints: { found: 'typed', authorization: null, token, device: null },
    },
    ...{ clientId: 'relay', grant: { flow: 'clientCredentials' } },
    proof: { kind: 'secret', secret: 'Planted~Secret', expiresOn: null },
  });

  const prove = (token: string, proxyPort: number | null = null) => {
    const proxy = proxyPort === null ? null : { host: '127.0.0.1', port: proxyPort, credential: null };
    const tokens = createTokenService({
      ...lab.tokenParts,
      exchangeOf: (trust) =>
        createHttpsExchange({
          ...{ anchors: parts.trustStore.anchorsOf(trust), proxy: () => proxy, timeoutMs: 5_000 },
        }),
    });
    const known = { mechanism: null, client: client(token) };
    const authentication = { mode: 'oauth2', userName: 'bob', ...known } as const;
    return seeProof(smtpValues({ authentication, encryption: 'tls' }), { run: lab.createRun(tokens) });
  };

  it('is named with its port when it refuses the connection', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const address = closed.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    closed.close();
    await once(closed, 'close');
    const proof = await prove(`https://127.0.0.1:${port}/token`);
    expect(failureOf(proof)).toBe('token connectionRefused');
    expect(proof.failed?.finding?.parameters).toMatchObject({ host: '127.0.0.1', port: String(port) });
    expect(proof.failed?.evidence.facts.provider).toBe('openid');
  });

  it('is no known name', async () => {
    expect(failureOf(await prove('https://provider.invalid/token'))).toBe('token hostNotFound');
  });

  it('has a certificate of an authority that nobody trusts', async () => {
    const proof = await prove(`${new URL(lab.server.authority).origin}/token`);
    expect(failureOf(proof)).toMatch(/^token certificate/);
    expect(lab.server.tokenRequests()).toEqual([]);
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
    const proof = await prove('https://provider.example/token', port);
    proxy.close();
    expect(failureOf(proof)).toBe('token proxySignInNeeded');
    expect(proof.failed?.finding?.parameters).toMatchObject({ proxy: `127.0.0.1:${port}` });
  });
});
