import { describe, expect, it } from 'vitest';
import type { OpenIdEndpoints, TokenFlow } from '../../../../electron/protocols/oauth/tokenClient.ts';
import { answer, clientOf, never } from './fakeProvider.ts';

const endpoints: OpenIdEndpoints = {
  kind: 'openid',
  issuer: 'https://id.corp.example',
  authorizationEndpoint: null,
  tokenEndpoint: 'https://id.corp.example/token',
  deviceEndpoint: null,
  secretMethod: 'basic',
  authorizationParameters: {},
};
const byPassword: TokenFlow = { kind: 'ropc', userName: 'anna', password: 'Planted~Password' };
const options = { signal: never, force: false };

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An identity token, made by a clock that is ahead of this machine's by so many seconds. */
const identity = (aheadSeconds: number, alg = 'RS256', aud = 'application'): string => {
  const iat = Math.floor(Date.now() / 1000) + aheadSeconds;
  const claims = { iss: endpoints.issuer, aud, sub: 's', iat, exp: iat + 3600, email: 'anna@corp.example' };
  return `${encoded({ alg })}.${encoded(claims)}.c2ln`;
};

const given = { access_token: 'access', token_type: 'Bearer', expires_in: 3600 };

describe('a renewal', () => {
  it('keeps the new token for renewal, whatever the clock makes of who signed in', async () => {
    let text = JSON.stringify({ refreshToken: 'renewal-0', account: 'anna@corp.example' });
    const cache = {
      read: async () => text,
      write: async (next: string) => void (text = next),
      isShared: () => false,
    };
    const { client } = clientOf(
      () => answer({ ...given, refresh_token: 'renewal-1', id_token: identity(-3_700) }),
      { endpoints, cache },
    );
    const token = await client.silent({ scopes: ['mail'], ...options });
    expect(token).toMatchObject({ accessToken: 'access', account: 'anna@corp.example' });
    expect(JSON.parse(text)).toMatchObject({ refreshToken: 'renewal-1' });
  });
});

describe('an identity token', () => {
  it.each(['RS256', 'PS512', 'ES256', 'ES256K', 'EdDSA', 'Ed25519', 'Ed448', 'HS256', 'HS512', 'ML-DSA-65'])(
    'may be signed by %s',
    async (alg) => {
      const { client } = clientOf(() => answer({ ...given, id_token: identity(0, alg) }), { endpoints });
      expect(await client.acquire(byPassword, ['mail'], options)).toMatchObject({
        accessToken: 'access',
        account: 'anna@corp.example',
      });
    },
  );

  it('must be for this application', async () => {
    const { client } = clientOf(() => answer({ ...given, id_token: identity(0, 'EdDSA', 'another') }), {
      endpoints,
    });
    const asked = client.acquire(byPassword, ['mail'], options);
    await expect(asked).rejects.toMatchObject({ code: 'wrongIdentity' });
  });
});

describe('a clock that is wrong', () => {
  const signIn = (headers: Record<string, string>): Promise<unknown> => {
    const { client } = clientOf(() => answer({ ...given, id_token: identity(-3_700) }, 200, headers), {
      endpoints,
    });
    return client.acquire(byPassword, ['mail'], options);
  };

  it('is named as such, with the clock of the provider', async () => {
    const date = new Date(Date.now() - 3_700_000).toUTCString();
    const told = { code: 'clockWrong', serverTimeMs: Date.parse(date) };
    await expect(signIn({ date })).rejects.toMatchObject(told);
  });

  it('is named as such when the provider does not say what its clock shows', async () => {
    await expect(signIn({})).rejects.toMatchObject({ code: 'clockWrong', serverTimeMs: null });
  });

  it('is not what is wrong when the provider has the same time', async () => {
    const date = new Date().toUTCString();
    await expect(signIn({ date })).rejects.toMatchObject({ code: 'wrongIdentity' });
  });
});
