import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeviceCode, OpenIdEndpoints } from '../../../../electron/protocols/oauth/tokenClient.ts';
import { answer, clientOf, hurryTime, never } from './fakeProvider.ts';

const typed: OpenIdEndpoints = {
  ...{ kind: 'openid', issuer: null, authorizationEndpoint: null, secretMethod: 'basic' },
  tokenEndpoint: 'https://id.corp.example/token',
  deviceEndpoint: 'https://id.corp.example/devicecode',
  authorizationParameters: {},
};
const options = { signal: never, force: false };
const startMs = Date.parse('2026-11-22T08:00:00Z');
const dayMs = 86_400_000;
const now = (): number => startMs;

/** JSON of these fields; a text in `raw` stands as it is. */
const tokenWith = (raw: string): string => `{"access_token":"opaque","token_type":"Bearer"${raw}}`;

describe.each([
  ['Entra', {}],
  ['another provider', { endpoints: typed }],
])('an answer of %s that gives a token', (_, settings) => {
  const acquire = (body: string) =>
    clientOf(() => answer(body), settings).client.acquire(
      { kind: 'clientCredentials' },
      ['https://outlook.office365.com/.default'],
      options,
    );

  it.each([
    ['expires_in', tokenWith(',"expires_in":1e999')],
    ['expires_in', tokenWith(',"expires_in":-5')],
    ['expires_in', tokenWith(',"expires_in":"soon"')],
    ['scope', tokenWith(',"expires_in":3600,"scope":7')],
    ['refresh_token', tokenWith(',"expires_in":3600,"refresh_token":{}')],
    ['access_token', '{"access_token":"a\\r\\nMAIL FROM:<x@y>","token_type":"Bearer"}'],
    ['access_token', '{"access_token":"a\\u0000b","token_type":"Bearer"}'],
    ['access_token', '{"access_token":"a\\u20acb","token_type":"Bearer"}'],
    ['access_token', '{"access_token":"a b","token_type":"Bearer"}'],
    ['access_token', `{"access_token":"${'A'.repeat(65_537)}","token_type":"Bearer"}`],
  ])('is not usable with such a %s', async (field, body) => {
    await expect(acquire(body)).rejects.toMatchObject({
      ...{ name: 'UnusableAnswer', code: 'protocol', command: 'token', words: field },
    });
  });

  it.each(['1e13', '1e300', '"99999999999999"'])(
    'lasts for a year at most, not for %s s',
    async (seconds) => {
      const { expiresAtMs } = await acquire(tokenWith(`,"expires_in":${seconds}`));
      expect(expiresAtMs - Date.now()).toBeLessThanOrEqual(366 * dayMs);
      expect(expiresAtMs - Date.now()).toBeGreaterThan(364 * dayMs);
    },
  );

  it.each([
    ['Google', `ya29.${'a0Af-_'.repeat(40)}0163`],
    ['Microsoft for organisations', `eyJ0eXAi.${'e30-_'.repeat(400)}.c2ln`],
    ['Microsoft for persons', `EwB4A8l6BAAU${'b/D+'.repeat(300)}Ag==`],
    ['other providers', 'application|token:~1'],
  ])('is usable with a token as those of %s', async (__, token) => {
    const body = JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: null });
    expect(await acquire(body)).toMatchObject({ accessToken: token });
  });
});

describe.each([
  ['Entra', {}],
  ['another provider', { endpoints: typed }],
])('an answer of %s that gives a device code', (_, settings) => {
  beforeEach(hurryTime);
  afterEach(() => void vi.useRealTimers());

  const code = {
    ...{ device_code: 'Planted~Device', user_code: 'ABCD-EFGH' },
    ...{ verification_uri: 'https://microsoft.com/devicelogin', expires_in: 900, interval: 1 },
  };

  const ask = async (changes: object): Promise<DeviceCode | undefined> => {
    const show = vi.fn<(shown: DeviceCode) => void>();
    const { client } = clientOf(
      ({ url }) =>
        url.includes('devicecode')
          ? answer({ ...code, ...changes })
          : answer({ access_token: 'given', token_type: 'Bearer' }),
      { ...settings, now, proof: { kind: 'none' } },
    );
    await client.acquire({ kind: 'deviceCode', show }, ['mail'], options);
    return show.mock.lastCall?.[0];
  };

  it.each<[string, unknown]>([
    ['device_code', undefined],
    ['user_code', undefined],
    ['user_code', 77],
    ['user_code', 'X'.repeat(65)],
    ['user_code', '\u001B[2J\u0007'],
    ['user_code', 'ABCD\u202E'],
    ['verification_uri', undefined],
    ['verification_uri', { a: 1 }],
    ['verification_uri', 'javascript:alert(1)//'],
    ['verification_uri', 'http://id.corp.example/device'],
    ['verification_uri', 'https://microsoft.com@evil.example/'],
    ['verification_uri', `https://id.corp.example/${'y'.repeat(3_000)}`],
    ['expires_in', undefined],
    ['expires_in', -1],
    ['expires_in', 'soon'],
  ])('is not usable with such a %s: %j', async (field, value) => {
    await expect(ask({ [field]: value })).rejects.toMatchObject({
      ...{ name: 'UnusableAnswer', code: 'protocol', command: 'device', words: field },
    });
  });

  it.each([
    [900, 900_000],
    [900.0005, 900_000],
    ['900', 900_000],
    [2_592_000, dayMs],
    [1e14, dayMs],
  ])('is waited for when it holds for %s s', async (seconds, shownMs) => {
    expect(await ask({ expires_in: seconds })).toMatchObject({
      ...{ userCode: 'ABCD-EFGH', verificationUri: 'https://microsoft.com/devicelogin' },
      expiresAtMs: startMs + shownMs,
    });
  });

  it('may name the address as Google does', async () => {
    const google = { verification_uri: undefined, verification_url: 'https://www.google.com/device' };
    expect(await ask(google)).toMatchObject({ verificationUri: 'https://www.google.com/device' });
  });
});
