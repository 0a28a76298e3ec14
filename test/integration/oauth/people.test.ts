import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TokenFlow } from '../../../electron/protocols/oauth/tokenClient.ts';
import { oauthClients, oauthScopes, oauthUsers, redirectUris } from '../../lab/oauth/oauthIdentities.ts';
import { claimRedirectPorts } from '../../lab/oauth/redirectPorts.ts';
import { type Application, createMemory, never, type OAuthLab, page, startOAuthLab } from './oauthLab.ts';

const open: Application = { clientId: oauthClients.open.clientId, proof: { kind: 'none' } };
const { clientId, secret } = oauthClients.web;
const web: Application = { clientId, proof: { kind: 'secret', secret } };
const options = { signal: never, force: false };
const { alice, bob } = oauthUsers;

type CodeFlow = Extract<TokenFlow, { kind: 'authorizationCode' }>;

const byBrowser = (openBrowser: CodeFlow['openBrowser'], redirectUri: string): CodeFlow => ({
  kind: 'authorizationCode',
  redirectUri,
  openBrowser,
  loginHint: null,
  page,
});

describe.each([
  { shape: 'entra', redirectUri: redirectUris.microsoft, scope: oauthScopes.smtpPerson },
  { shape: 'google', redirectUri: redirectUris.google, scope: oauthScopes.googleMail },
] as const)('a person at a provider like $shape', ({ shape, redirectUri, scope }) => {
  let lab: OAuthLab;
  let release: () => Promise<void>;
  const scopes = shape === 'google' ? ['email', scope] : [scope];
  beforeAll(async () => {
    release = await claimRedirectPorts();
    lab = await startOAuthLab(shape);
  });
  afterAll(async () => {
    await lab.close();
    await release();
  });
  const signIn = (client: ReturnType<OAuthLab['client']>, user: typeof alice | typeof bob = alice) =>
    client.acquire(byBrowser(lab.browse(user), redirectUri), scopes, options);

  it.each([
    ['without a secret', open],
    ['with a secret', web],
  ])('signs in by a browser %s, and stays signed in', async (_, application) => {
    const cache = createMemory();
    const token = await signIn(lab.client(application, { cache }));
    expect(token).toMatchObject({ account: alice.name, refreshable: true, fromCache: false });
    expect(await lab.server.verify(token.accessToken)).toMatchObject({ sub: alice.name });

    const later = lab.client(application, { cache });
    const before = lab.server.requests.length;
    expect(await later.silent({ ...options, scopes })).toMatchObject({ ...token, fromCache: true });
    expect(lab.server.requests.length).toBe(before);
    const renewed = await later.silent({ ...options, scopes, force: true });
    expect(renewed).toMatchObject({ account: alice.name, refreshable: true, fromCache: false });
    expect(renewed?.accessToken).not.toBe(token.accessToken);
    expect(await lab.server.verify(renewed?.accessToken ?? '')).toMatchObject({ sub: alice.name });
  });

  it('proves the request with PKCE, state and nonce, and wants to renew', async () => {
    const addresses: string[] = [];
    const client = lab.client(web);
    await client.acquire(
      byBrowser((url) => {
        addresses.push(url);
        return lab.browse(alice)(url);
      }, redirectUri),
      scopes,
      options,
    );
    const asked = new URL(addresses[0] ?? '').searchParams;
    expect(asked.get('redirect_uri')).toBe(redirectUri);
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)).toMatch(/^[\w-]{30,}$/);
    if (shape === 'google') expect(asked.get('access_type')).toBe('offline');
    else expect(asked.get('scope')).toContain('offline_access');
    expect(lab.server.tokenRequests().at(-1)?.form.get('code_verifier')).toMatch(/^[\w-]{43,}$/);
  });

  it('is refused when the person declines', async () => {
    const asked = lab
      .client(open)
      .acquire(byBrowser(lab.browse(alice, 'refuse'), redirectUri), scopes, options);
    await expect(asked).rejects.toMatchObject({ error: 'access_denied', command: 'authorize', status: null });
  });

  it('renews a token that is about to end, once for all who ask', async () => {
    lab.server.lifetimes.accessToken = 120;
    const client = lab.client(open);
    const token = await signIn(client);
    const before = lab.server.tokenRequests().length;
    const renewed = await Promise.all(
      Array.from({ length: 20 }, () => client.silent({ ...options, scopes })),
    );
    lab.server.lifetimes.accessToken = 3_600;
    expect(lab.server.tokenRequests().length - before).toBe(1);
    expect(new Set(renewed.map((one) => one?.accessToken)).size).toBe(1);
    expect(renewed[0]?.accessToken).not.toBe(token.accessToken);
  });

  it('must sign in again after taking back the consent, and is told why', async () => {
    const client = lab.client(open);
    await signIn(client);
    await lab.server.revokeConsent();
    expect(await client.silent({ ...options, scopes, force: true })).toBeNull();
    expect(client.lastRefusal()).toMatchObject({ error: 'invalid_grant', command: 'token' });
  });

  it('takes the place of who signed in before, and is forgotten after signing out', async () => {
    const cache = createMemory();
    const client = lab.client(open, { cache });
    await signIn(client);
    await signIn(client, bob);
    expect(await client.silent({ ...options, scopes })).toMatchObject({ account: bob.name });
    await client.signOut();
    expect(await client.silent({ ...options, scopes })).toBeNull();
    expect(await lab.client(open, { cache }).silent({ ...options, scopes })).toBeNull();
    expect(cache.text()).not.toContain(bob.name);
  });

  it('signs in with a device code', async () => {
    const client = lab.client(open);
    const token = await client.acquire(
      {
        kind: 'deviceCode',
        show: (shown) => {
          expect(shown.expiresAtMs).toBeGreaterThan(Date.now());
          expect(shown.verificationUri).toMatch(/^https:/);
          void lab.enterCode(alice)(shown);
        },
      },
      scopes,
      options,
    );
    expect(token).toMatchObject({ account: alice.name, refreshable: true });
    expect(await lab.server.verify(token.accessToken)).toMatchObject({ sub: alice.name });
    expect(await client.silent({ ...options, scopes, force: true })).toMatchObject({ account: alice.name });
  });

  it('is refused when the person declines at the device page', async () => {
    const asked = lab.client(open).acquire(
      {
        kind: 'deviceCode',
        show: (shown) => void lab.enterCode(alice, 'refuse')(shown),
      },
      scopes,
      options,
    );
    await expect(asked).rejects.toMatchObject({
      name: 'OAuthRefusal',
      error: 'access_denied',
      command: 'token',
    });
  });

  it('signs in with a password, where that is allowed', async () => {
    const flow = (password: string): TokenFlow => ({ kind: 'ropc', userName: alice.name, password });
    const token = await lab.client(open).acquire(flow(alice.password), scopes, options);
    expect(token).toMatchObject({ account: alice.name });
    const wrong = lab.client(open).acquire(flow('not-her-password'), scopes, options);
    await expect(wrong).rejects.toMatchObject({ error: 'invalid_grant', errorNo: 50126, status: 400 });
  });

  it('is told which port another program has', async () => {
    const { port } = new URL(redirectUri);
    const other = createServer().listen(Number(port), '127.0.0.1');
    await once(other, 'listening');
    const asked = signIn(lab.client(open));
    await expect(asked).rejects.toMatchObject({ name: 'PortInUse', port: Number(port) });
    const closed = once(other, 'close');
    other.close();
    await closed;
    await expect(signIn(lab.client(open))).resolves.toMatchObject({ account: alice.name });
  });
});
