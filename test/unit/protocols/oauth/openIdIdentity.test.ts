import { describe, expect, it } from 'vitest';
import type { OpenIdEndpoints } from '../../../../electron/protocols/oauth/tokenClient.ts';
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
    const cache = { read: async () => text, write: async (next: string) => void (text = next) };
    const { client } = clientOf(
      () => answer({ ...given, refresh_token: 'renewal-1', id_token: identity(-3_700) }),
      { endpoints, cache },
    );
    const token = await client.silent({ scopes: ['mail'], ...options });
    expect(token).toMatchObject({ accessToken: 'access', account: 'anna@corp.example' });
    expect(JSON.parse(text)).toMatchObject({ refreshToken: 'renewal-1' });
  });
});
