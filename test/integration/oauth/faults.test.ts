import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { HttpExchange } from '../../../electron/protocols/net/httpsExchange.ts';
import type { TokenFlow } from '../../../electron/protocols/oauth/tokenClient.ts';
import { oauthClients, oauthScopes, oauthUsers, redirectUris } from '../../lab/oauth/oauthIdentities.ts';
import { claimRedirectPorts } from '../../lab/oauth/redirectPorts.ts';
import { type Application, never, type OAuthLab, page, startOAuthLab } from './oauthLab.ts';

const { clientId, secret } = oauthClients.secret;
const application: Application = { clientId, proof: { kind: 'secret', secret } };
const open: Application = { clientId: oauthClients.open.clientId, proof: { kind: 'none' } };
const options = { signal: never, force: false };
const scopes = [oauthScopes.exchangeApplication];
const flow: TokenFlow = { kind: 'clientCredentials' };

const entraError = (errorNo: number, error = 'invalid_client', subError?: string): string =>
  JSON.stringify({
    error,
    error_description: `AADSTS${errorNo}: Words of the provider. Trace ID: 1 Correlation ID: 2`,
    error_codes: [errorNo],
    suberror: subError,
    correlation_id: '22222222-0000-4000-8000-000000000000',
  });

let lab: OAuthLab;
let release: () => Promise<void>;
beforeAll(async () => {
  release = await claimRedirectPorts();
  lab = await startOAuthLab('entra');
});
afterAll(async () => {
  await lab.close();
  await release();
});

describe('what a provider like Entra refuses', () => {
  it.each([
    [7_000_215, 'invalid_client', 401],
    [7_000_222, 'invalid_client', 401],
    [700_016, 'unauthorized_client', 400],
    [90_002, 'invalid_request', 400],
    [700_027, 'invalid_client', 401],
    [53_003, 'interaction_required', 400],
  ])('is told by its number %d', async (errorNo, error, status) => {
    lab.server.answerNext('token', { status, body: entraError(errorNo, error) });
    await expect(lab.client(application).acquire(flow, scopes, options)).rejects.toMatchObject({
      name: 'OAuthRefusal',
      errorNo,
      error,
      status,
      correlationId: '22222222-0000-4000-8000-000000000000',
      description: expect.stringContaining(`AADSTS${errorNo}`) as string,
    });
  });

  it('is left alone for as long as it wants', async () => {
    let nowMs = Date.now();
    const client = lab.client(application, { now: () => nowMs });
    lab.server.answerNext('token', {
      status: 429,
      headers: { 'retry-after': '120' },
      body: entraError(90_055, 'temporarily_unavailable'),
    });
    const before = lab.server.requests.length;
    for (const left of [120_000, 60_000]) {
      await expect(client.acquire(flow, scopes, options)).rejects.toMatchObject({
        errorNo: 90_055,
        status: 429,
        retryAfterMs: left,
      });
      nowMs += 60_000;
    }
    expect(lab.server.requests.length - before).toBe(1);
    await expect(client.acquire(flow, scopes, options)).resolves.toMatchObject({ fromCache: false });
  });

  it.each([
    ['a page of a proxy', 502, '<html>Bad gateway</html>', 'notJson'],
    ['an error without a reason', 404, '{"message":"Not Found"}', 'withoutReason'],
    ['success without a token', 200, '{"token_type":"Bearer","expires_in":3600}', 'withoutToken'],
    ['an empty token', 200, '{"access_token":"","token_type":"Bearer","expires_in":3600}', 'withoutToken'],
  ])('is no answer at all: %s', async (_, status, body, code) => {
    lab.server.answerNext('token', { status, body });
    await expect(lab.client(application).acquire(flow, scopes, options)).rejects.toMatchObject({
      name: 'UnusableAnswer',
      code,
      status,
    });
  });

  it('gives what the network said, not what a library made of it', async () => {
    const closed = lab.client(application, {
      endpoints: { kind: 'microsoft', authority: 'https://localhost:1/tenant' },
    });
    await expect(closed.acquire(flow, scopes, options)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('the clock of the machine', () => {
  afterEach(() => void vi.useRealTimers());

  it('is what a certificate is refused for when it is ten minutes ahead', async () => {
    const exchange: HttpExchange = (asked) => {
      vi.useRealTimers();
      return lab.exchange(asked);
    };
    const proof = { kind: 'certificate', ...lab.certificate } as const;
    const client = lab.client({ clientId: oauthClients.certificate.clientId, proof }, { exchange });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 600_000 });
    const asked = client.acquire(flow, scopes, options);
    await expect(asked).rejects.toMatchObject({ error: 'invalid_client', status: 401 });
    const refusal: unknown = await asked.catch((error: unknown) => error);
    expect(refusal).toHaveProperty('serverTimeMs', expect.any(Number));
  });
});

describe('giving up', () => {
  const given = new Error('given up');
  const personScopes = [oauthScopes.smtpPerson];
  const byBrowser = (openBrowser: (url: string) => Promise<void>): TokenFlow => ({
    kind: 'authorizationCode',
    redirectUri: redirectUris.microsoft,
    openBrowser,
    loginHint: null,
    page,
  });
  const isListening = async (): Promise<boolean> => {
    const asked = request(redirectUris.microsoft).end();
    try {
      await once(asked, 'response');
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') return false;
      throw error;
    } finally {
      asked.destroy();
    }
  };

  it('ends a wait for the browser, and nobody listens any more', async () => {
    const control = new AbortController();
    const asked = lab.client(open).acquire(
      byBrowser(async () => {
        expect(await isListening()).toBe(true);
        control.abort(given);
      }),
      personScopes,
      { signal: control.signal, force: false },
    );
    await expect(asked).rejects.toBe(given);
    await vi.waitFor(async () => expect(await isListening()).toBe(false));
  });

  it('ends before the browser is opened', async () => {
    const opened = vi.fn();
    const asked = lab.client(open).acquire(byBrowser(opened), personScopes, {
      signal: AbortSignal.abort(given),
      force: false,
    });
    await expect(asked).rejects.toBe(given);
    expect(opened).not.toHaveBeenCalled();
  });

  it('ends a request for a token', async () => {
    const control = new AbortController();
    const exchange: HttpExchange = (asked) => {
      control.abort(given);
      return lab.exchange(asked);
    };
    const client = lab.client(application, { exchange });
    const asked = client.acquire(flow, scopes, { signal: control.signal, force: false });
    await expect(asked).rejects.toBe(given);
  });

  it('ends a wait for a device code', async () => {
    const control = new AbortController();
    const asked = lab
      .client(open)
      .acquire({ kind: 'deviceCode', show: () => control.abort(given) }, personScopes, {
        signal: control.signal,
        force: false,
      });
    await expect(asked).rejects.toBe(given);
  });

  it('of one leaves the others their token', async () => {
    const client = lab.client(application);
    const control = new AbortController();
    const one = client.acquire(flow, scopes, { signal: control.signal, force: false });
    const other = client.acquire(flow, scopes, options);
    control.abort(given);
    await expect(one).rejects.toBe(given);
    await expect(other).resolves.toMatchObject({ fromCache: false });
  });
});

it('lets a second person at the same address wait for the first', async () => {
  const { alice, bob } = oauthUsers;
  const signIn = (user: typeof alice | typeof bob): Promise<{ account: string | null }> =>
    lab.client(open).acquire(
      {
        kind: 'authorizationCode',
        redirectUri: redirectUris.microsoft,
        openBrowser: lab.browse(user),
        loginHint: user.name,
        page,
      },
      [oauthScopes.smtpPerson],
      options,
    );
  const [first, second] = await Promise.all([signIn(alice), signIn(bob)]);
  expect([first.account, second.account]).toEqual([alice.name, bob.name]);
});
