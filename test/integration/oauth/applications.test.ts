import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTokenClaims } from '../../../electron/protocols/oauth/tokenClaims.ts';
import { oauthClients, oauthRoles, oauthScopes, oauthTenant } from '../../lab/oauth/oauthIdentities.ts';
import { type Application, never, type OAuthLab, startOAuthLab } from './oauthLab.ts';

const { clientId, secret } = oauthClients.secret;
const withSecret: Application = { clientId, proof: { kind: 'secret', secret } };
const options = { signal: never, force: false };
const scopes = [oauthScopes.exchangeApplication];

describe.each(['entra', 'google'] as const)('an application at a provider like %s', (shape) => {
  let lab: OAuthLab;
  beforeAll(async () => {
    lab = await startOAuthLab(shape);
  });
  afterAll(() => lab.close());

  it('gets a token for its secret that the provider knows as its own', async () => {
    const token = await lab.client(withSecret).acquire({ kind: 'clientCredentials' }, scopes, options);
    expect(token).toMatchObject({ account: null, fromCache: false, refreshable: true });
    expect(token.expiresAtMs).toBeGreaterThan(Date.now());
    expect(await lab.server.verify(token.accessToken)).toMatchObject(
      shape === 'entra'
        ? {
            aud: 'https://outlook.office365.com',
            tid: oauthTenant,
            roles: oauthRoles,
          }
        : { client_id: clientId },
    );
    expect(readTokenClaims(token.accessToken)?.tenantId).toBe(shape === 'entra' ? oauthTenant : undefined);
  });

  it('asks once for twenty who want the same, and not at all for who comes later', async () => {
    const client = lab.client(withSecret);
    const before = lab.server.requests.length;
    const tokens = await Promise.all(
      Array.from({ length: 20 }, () => client.acquire({ kind: 'clientCredentials' }, scopes, options)),
    );
    expect(new Set(tokens.map(({ accessToken }) => accessToken)).size).toBe(1);
    expect(await client.acquire({ kind: 'clientCredentials' }, scopes, options)).toMatchObject({
      fromCache: true,
    });
    expect(lab.server.requests.length - before).toBe(1);
    const forced = await client.acquire({ kind: 'clientCredentials' }, scopes, { ...options, force: true });
    expect(forced.fromCache).toBe(false);
  });

  it('is refused for a wrong secret, in words without it', async () => {
    const proof = { kind: 'secret', secret: 'not-the-right-secret' } as const;
    const asked = lab.client({ clientId, proof }).acquire({ kind: 'clientCredentials' }, scopes, options);
    await expect(asked).rejects.toMatchObject({
      name: 'OAuthRefusal',
      error: 'invalid_client',
      status: 401,
      command: 'token',
    });
    await expect(asked).rejects.not.toThrow('not-the-right-secret');
  });

  it('signs with its certificate', async () => {
    const proof = { kind: 'certificate', ...lab.certificate } as const;
    const client = lab.client({ clientId: oauthClients.certificate.clientId, proof });
    const token = await client.acquire({ kind: 'clientCredentials' }, scopes, options);
    expect(await lab.server.verify(token.accessToken)).not.toBeNull();
    const assertion = lab.server.tokenRequests().at(-1)?.form.get('client_assertion') ?? '';
    const header: unknown = JSON.parse(Buffer.from(assertion.split('.')[0] ?? '', 'base64url').toString());
    expect(header).toMatchObject({ alg: shape === 'entra' ? 'PS256' : 'RS256' });
  });
});
