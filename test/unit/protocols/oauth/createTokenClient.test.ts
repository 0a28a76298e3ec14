import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectionError } from '../../../../electron/protocols/net/connectionError.ts';
import type { ExchangeAnswer, ExchangeRequest } from '../../../../electron/protocols/net/httpsExchange.ts';
import type { OpenIdEndpoints, TokenFlow } from '../../../../electron/protocols/oauth/tokenClient.ts';
import { answer, bearer, clientOf, hurryTime, never } from './fakeProvider.ts';

const flow: TokenFlow = { kind: 'clientCredentials' };
const scopes = ['https://outlook.office365.com/.default'];
const options = { signal: never, force: false };

const typed: OpenIdEndpoints = {
  kind: 'openid',
  issuer: null,
  authorizationEndpoint: null,
  tokenEndpoint: 'https://id.corp.example/token',
  deviceEndpoint: null,
  secretMethod: 'basic',
  authorizationParameters: {},
};

describe.each([
  ['Entra', undefined],
  ['another provider', { endpoints: typed }],
])('a client of %s', (_, settings) => {
  it('asks for a token with one request, and keeps what it got', async () => {
    const { client, requests } = clientOf(() => bearer('first'), settings);
    expect(await client.acquire(flow, scopes, options)).toMatchObject({
      accessToken: 'first',
      account: null,
      fromCache: false,
    });
    expect(await client.acquire(flow, scopes, options)).toMatchObject({
      accessToken: 'first',
      fromCache: true,
    });
    expect(requests.map(({ method }) => method)).toEqual(['POST']);
  });

  it.each([
    ['what another program wrote', '{"unknown":1}'],
    ['what is damaged', '{"AccessToken'],
    ['what is something else', '[1]'],
  ])('begins anew with %s', async (_name, text) => {
    const cache = { read: async () => text, write: async () => undefined, isShared: () => false };
    const { client } = clientOf(() => bearer('new'), { ...settings, cache });
    expect(await client.acquire(flow, scopes, options)).toMatchObject({ accessToken: 'new' });
    expect(await client.silent({ scopes, ...options })).toBeNull();
  });

  it('gives the error of the connection as it is', async () => {
    const error = new ConnectionError('EOF');
    const { client } = clientOf(() => Promise.reject(error), settings);
    await expect(client.acquire(flow, scopes, options)).rejects.toBe(error);
  });

  it('gives the error of whoever cannot keep the token', async () => {
    const error = new Error('The vault is closed');
    const cache = { read: async () => null, write: () => Promise.reject(error), isShared: () => false };
    const { client } = clientOf(() => bearer('lost'), { ...settings, cache });
    await expect(client.acquire(flow, scopes, options)).rejects.toBe(error);
  });

  it('says nothing of what it sent, even if the provider does', async () => {
    const { client } = clientOf(
      () =>
        answer(
          {
            error: 'invalid_client',
            error_description: 'Wrong: the-application-secret, eyJhbGci.eyJzdWIi.c2ln',
          },
          401,
        ),
      settings,
    );
    const refusal: unknown = await client.acquire(flow, scopes, options).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ error: 'invalid_client', description: 'Wrong: …, …', command: 'token' });
  });

  it.each([
    ['in a form', 'access_token=Opaque~Live~Token&token_type=bearer'],
    ['with more behind it', '{"access_token":"Opaque~Live~Token","token_type":"Bearer"}{}'],
    ['cut off', '{"refresh_token":"Opaque~Live~Token","access_tok'],
  ])('says nothing of a token that came %s', async (_name, body) => {
    const { client } = clientOf(() => answer(body), settings);
    const fault: unknown = await client.acquire(flow, scopes, options).catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'notJson', status: 200, words: '' });
  });

  it('shows the page of somebody else that is no token', async () => {
    const { client } = clientOf(() => answer('<html>Blocked</html>', 403), settings);
    const asked = client.acquire(flow, scopes, options);
    await expect(asked).rejects.toMatchObject({ code: 'notJson', words: '<html>Blocked</html>' });
  });

  it('takes a token behind a byte order mark', async () => {
    const { client } = clientOf(() => answer(`\uFEFF${bearer('marked').body}`), settings);
    expect(await client.acquire(flow, scopes, options)).toMatchObject({ accessToken: 'marked' });
  });

  it('asks again after a refusal that sets no time', async () => {
    const { client, requests } = clientOf(
      (_request, count) =>
        count === 1 ? answer({ error: 'temporarily_unavailable' }, 503) : bearer('second'),
      settings,
    );
    await expect(client.acquire(flow, scopes, options)).rejects.toMatchObject({
      status: 503,
      retryAfterMs: null,
    });
    expect(await client.acquire(flow, scopes, options)).toMatchObject({ accessToken: 'second' });
    expect(requests).toHaveLength(2);
  });

  it('gives what it keeps while the provider wants to be left alone', async () => {
    const { client, requests } = clientOf(
      (_request, count) =>
        count === 1 ? bearer('first') : answer({ error: 'slow' }, 429, { 'retry-after': '60' }),
      settings,
    );
    await client.acquire(flow, scopes, options);
    const force = { ...options, force: true };
    await expect(client.acquire(flow, scopes, force)).rejects.toMatchObject({ retryAfterMs: 60_000 });
    await expect(client.acquire(flow, scopes, force)).rejects.toMatchObject({ status: 429 });
    expect(await client.acquire(flow, scopes, options)).toMatchObject({ accessToken: 'first' });
    expect(requests).toHaveLength(2);
  });

  it('asks again in time when the clock was set back while the provider wanted to be left alone', async () => {
    let nowMs = Date.parse('2026-11-22T08:00:00Z');
    const { client, requests } = clientOf(
      (_request, count) =>
        count === 1 ? answer({ error: 'slow' }, 429, { 'retry-after': '60' }) : bearer('second'),
      { ...settings, now: () => nowMs },
    );
    await expect(client.acquire(flow, scopes, options)).rejects.toMatchObject({ retryAfterMs: 60_000 });
    nowMs -= 86_400_000;
    await expect(client.acquire(flow, scopes, options)).rejects.toMatchObject({ retryAfterMs: 60_000 });
    nowMs += 60_000;
    expect(await client.acquire(flow, scopes, options)).toMatchObject({ accessToken: 'second' });
    expect(requests).toHaveLength(2);
  });

  it('does not ask without a secret or a certificate', async () => {
    const { client, requests } = clientOf(() => bearer('none'), { ...settings, proof: { kind: 'none' } });
    await expect(client.acquire(flow, scopes, options)).rejects.toMatchObject({ reason: 'proofMissing' });
    expect(requests).toEqual([]);
  });
});

describe('a sign-in that is kept', () => {
  beforeEach(hurryTime);
  afterEach(() => void vi.useRealTimers());

  const renewalOf = (request: ExchangeRequest) =>
    new URLSearchParams(request.body ?? '').get('refresh_token');

  /** A provider that takes each token for renewal once. */
  const keeper = (
    respond?: (request: ExchangeRequest, count: number) => ExchangeAnswer,
    isShared: () => boolean = () => true,
  ) => {
    let text: string | null = JSON.stringify({ refreshToken: 'renewal-0' });
    const rotate = (_: ExchangeRequest, count: number): ExchangeAnswer =>
      answer({ access_token: `access-${count}`, refresh_token: `renewal-${count}`, token_type: 'Bearer' });
    const cache = { read: async () => text, write: async (next: string) => void (text = next), isShared };
    return clientOf(respond ?? rotate, { endpoints: typed, cache });
  };

  it('is renewed once for all who want it at the same time, by force or not', async () => {
    const { client, requests } = keeper();
    const both = [false, true].map((force) => client.silent({ scopes, signal: never, force }));
    const given = await Promise.all(both);
    expect(given.map((token) => token?.accessToken)).toEqual(['access-1', 'access-1']);
    expect(requests).toHaveLength(1);
  });

  it('is renewed by force all the same when what came before took it from what is kept', async () => {
    const { client, requests } = keeper();
    await client.silent({ scopes, ...options });
    const both = [false, true].map((force) => client.silent({ scopes, signal: never, force }));
    const given = await Promise.all(both);
    expect(given.map((token) => token?.accessToken)).toEqual(['access-1', 'access-2']);
    expect(requests).toHaveLength(2);
  });

  it('is renewed one after the other for different scopes, each time with the newest', async () => {
    const { client, requests } = keeper();
    await Promise.all(['one', 'two'].map((scope) => client.silent({ scopes: [scope], ...options })));
    expect(requests.map(renewalOf)).toEqual(['renewal-0', 'renewal-1']);
  });

  it.each([
    ['of a sign-in that another program may renew', true, 1_000],
    ['of a sign-in that nobody else has', false, 0],
  ])('waits for another program only at the refusal %s', async (_name, shared, waitedMs) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }).setTimerTickMode('nextTimerAsync');
    const beganMs = Date.now();
    const { client, requests } = keeper(
      () => answer({ error: 'invalid_grant' }, 400),
      () => shared,
    );
    expect(await client.silent({ scopes, ...options })).toBeNull();
    expect(Date.now() - beganMs).toBe(waitedMs);
    expect(client.lastRefusal()).toMatchObject({ error: 'invalid_grant' });
    expect(await client.silent({ scopes, ...options })).toBeNull();
    expect(requests).toHaveLength(1);
  });

  it('sends no token for renewal a second time that is dead', async () => {
    const { client, requests } = keeper(() => answer({ error: 'invalid_grant' }, 400));
    expect(await client.silent({ scopes, ...options })).toBeNull();
    expect(client.lastRefusal()).toMatchObject({ error: 'invalid_grant' });
    expect(await client.silent({ scopes, ...options })).toBeNull();
    expect(requests.map(renewalOf)).toEqual(['renewal-0']);
  });
});

describe('a password', () => {
  it('goes out once at a time', async () => {
    let open = 0;
    const most: number[] = [];
    const { client } = clientOf(
      async () => {
        most.push((open += 1));
        await Promise.resolve();
        open -= 1;
        return bearer('given');
      },
      { endpoints: typed },
    );
    const ropc: TokenFlow = { kind: 'ropc', userName: 'anna', password: 'Planted~Password' };
    await Promise.all(['one', 'two'].map((scope) => client.acquire(ropc, [scope], options)));
    expect(most).toEqual([1, 1]);
  });
});

describe('a device code', () => {
  afterEach(() => void vi.useRealTimers());
  const open = { proof: { kind: 'none' } } as const;
  const code = {
    device_code: 'device-secret',
    user_code: 'ABCD',
    verification_uri: 'https://microsoft.com/devicelogin',
    expires_in: 900,
    message: 'Go there.',
  };
  const device: TokenFlow = { kind: 'deviceCode', show: () => undefined };

  it.each([[undefined], [0], [-1], ['soon']])(
    'is asked for every five seconds with an interval of %s',
    async (interval) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
      const times: number[] = [];
      const { client } = clientOf((request) => {
        if (request.url.includes('devicecode')) return answer({ ...code, interval });
        times.push(Date.now());
        return times.length < 3 ? answer({ error: 'authorization_pending' }, 400) : bearer('given');
      }, open);
      const asked = client.acquire(device, ['Mail.Send'], options);
      for (let second = 0; second < 30; second += 1) await vi.advanceTimersByTimeAsync(1_000);
      expect(await asked).toMatchObject({ accessToken: 'given' });
      const [first = 0, ...later] = times;
      expect(later.map((time) => time - first)).toEqual([5_000, 10_000]);
    },
  );

  it.each([
    ['Entra', {}],
    ['another provider', { endpoints: { ...typed, deviceEndpoint: 'https://id.corp.example/devicecode' } }],
  ])('is asked for five seconds later each time that %s wants it slower', async (_name, more) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const times: number[] = [];
    const { client } = clientOf(
      (request) => {
        if (request.url.includes('devicecode')) return answer({ ...code, interval: 2 });
        times.push(Date.now());
        if (times.length === 3) return answer({ error: 'authorization_pending' }, 400);
        return times.length < 4 ? answer({ error: 'slow_down' }, 400) : bearer('given');
      },
      { ...open, ...more },
    );
    const asked = client.acquire(device, ['Mail.Send'], options);
    for (let second = 0; second < 60; second += 1) await vi.advanceTimersByTimeAsync(1_000);
    expect(await asked).toMatchObject({ accessToken: 'given' });
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(waits).toEqual([7_000, 12_000, 12_000]);
  });

  it('is not asked for any more by who gives up while the provider wants it slower', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const cancel = new AbortController();
    const { client, requests } = clientOf(
      ({ url }) =>
        url.includes('devicecode') ? answer({ ...code, interval: 2 }) : answer({ error: 'slow_down' }, 400),
      open,
    );
    const asked = client.acquire(device, ['Mail.Send'], { ...options, signal: cancel.signal });
    const ended = expect(asked).rejects.toThrow('cancelled');
    for (let second = 0; second < 6; second += 1) await vi.advanceTimersByTimeAsync(1_000);
    cancel.abort(new Error('cancelled'));
    await ended;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(2);
  });

  it('is asked for after ten minutes at the latest, however long the provider wants to be left alone', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const shown = Promise.withResolvers<unknown>();
    const { client, requests } = clientOf(({ url }, count) => {
      if (url.includes('devicecode')) return answer({ ...code, interval: 1e7 });
      return count === 2 ? answer({ error: 'authorization_pending' }, 400) : bearer('given');
    }, open);
    const asked = client.acquire({ kind: 'deviceCode', show: shown.resolve }, ['Mail.Send'], options);
    await shown.promise;
    await vi.advanceTimersByTimeAsync(599_000);
    expect(requests).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await asked).toMatchObject({ accessToken: 'given' });
  });

  it('is not shown when the provider gives none', async () => {
    const show = vi.fn();
    const { client } = clientOf(
      () => answer({ error: 'unauthorized_client', error_codes: [7_000_218] }, 400),
      open,
    );
    await expect(client.acquire({ kind: 'deviceCode', show }, ['Mail.Send'], options)).rejects.toMatchObject({
      command: 'device',
      errorNo: 7_000_218,
    });
    expect(show).not.toHaveBeenCalled();
  });
});

it.each(['http://login.corp.example/tenant', 'ftp://login.corp.example/tenant', 'nothing'])(
  'sends nothing to %s',
  async (authority) => {
    const { client, requests } = clientOf(() => bearer('none'), {
      endpoints: { kind: 'microsoft', authority },
    });
    await expect(client.acquire(flow, scopes, options)).rejects.toMatchObject({ reason: 'addressUnsafe' });
    expect(requests).toEqual([]);
  },
);
