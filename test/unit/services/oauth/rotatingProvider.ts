import type { HttpExchange } from '../../../../electron/protocols/net/httpsExchange.ts';
import { untilAborted } from '../../../../electron/concurrency/untilAborted.ts';
import { createTokenClient } from '../../../../electron/protocols/oauth/createTokenClient.ts';
import type { ResolvedClient } from '../../../../electron/services/oauth/resolvedClient.ts';
import { createTokenService, type TokenRequest } from '../../../../electron/services/oauth/tokenService.ts';
import { createLiveSecrets } from '../../../../electron/stores/vault/liveSecrets.ts';
import { createFakeVault } from '../mail/fakeVault.ts';
import { answer } from '../../protocols/oauth/fakeProvider.ts';

const tenantId = '11111111-1111-1111-1111-111111111111';
const never = new AbortController().signal;

const rest = { clientId: 'application', proof: { kind: 'none' }, grant: { flow: 'deviceCode' } } as const;

/** A person who signs in by device code, at Entra and at another provider. */
export const people: readonly [string, ResolvedClient][] = [
  ['Entra', { ...rest, place: { provider: 'microsoft', cloud: 'global', tenantId } }],
  [
    'another provider',
    {
      ...rest,
      place: {
        provider: 'openid',
        scopes: 'mail',
        endpoints: {
          found: 'typed',
          authorization: null,
          token: 'https://id.corp.example/token',
          device: 'https://id.corp.example/devicecode',
        },
      },
    },
  ],
];

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What Entra says of who signed in. */
const identity = (): Record<string, string> => {
  const iat = Math.floor(Date.now() / 1000);
  const claims = {
    ...{ aud: 'application', iss: `https://login.microsoftonline.com/${tenantId}/v2.0`, ver: '2.0' },
    ...{ iat, nbf: iat, exp: iat + 3600, preferred_username: 'anna', tid: tenantId, oid: 'u', sub: 's' },
  };
  return {
    client_info: encoded({ uid: 'u', utid: tenantId }),
    id_token: `${encoded({ alg: 'none' })}.${encoded(claims)}.c2ln`,
  };
};

/** Takes each token for renewal once; `beforeAnswer` is told of every question for tokens. */
const createRotatingProvider = (client: ResolvedClient) => {
  const used = new Set<string>();
  const renewals: string[] = [];
  const asked: string[] = [];
  let given = 0;
  const provider = {
    renewals,
    asked,
    used,
    beforeAnswer: async (): Promise<void> => undefined,
  };
  const exchange: HttpExchange = async ({ url, body, signal }) => {
    asked.push(url);
    if (url.endsWith('/devicecode'))
      return answer({
        ...{
          device_code: 'Planted~Device',
          user_code: 'ABCD',
          verification_uri: 'https://id.corp.example/d',
        },
        ...{ expires_in: 900, interval: 1, message: '' },
      });
    const form = new URLSearchParams(body ?? '');
    const renewal = form.get('refresh_token');
    const isDead = renewal !== null && used.has(renewal);
    if (renewal !== null) {
      renewals.push(renewal);
      used.add(renewal);
    }
    const count = isDead ? given : (given += 1);
    await untilAborted(provider.beforeAnswer(), signal);
    if (isDead) return answer({ error: 'invalid_grant', error_description: 'It was used.' }, 400);
    return answer({
      ...{ access_token: `access-${count}`, refresh_token: `renewal-${count}` },
      ...{ token_type: 'Bearer', expires_in: 3600, scope: form.get('scope') ?? 'mail' },
      ...(client.place.provider === 'microsoft' ? identity() : {}),
    });
  };
  return { provider, exchange };
};

/** Programs on one data folder, and one provider. */
export const createPrograms = (client: ResolvedClient) => {
  const { provider, exchange } = createRotatingProvider(client);
  const folder = createFakeVault();
  const errors: string[] = [];
  const start = () => {
    const service = createTokenService({
      ...{ vault: folder.vault, secrets: createLiveSecrets(), createClient: createTokenClient },
      ...{ now: Date.now, exchangeOf: () => exchange },
      log: { error: (code) => void errors.push(code) },
      reach: async () => undefined,
      loadPage: async (language) => ({ language, title: 't', received: 'r', refused: 'n' }),
    });
    const get = async (changes: Partial<TokenRequest> = {}): Promise<string> => {
      const token = await service.getToken({
        ...{ owner: 'profile-1', client, trust: { mode: 'system' }, purposes: ['smtp'] },
        ...{ endpoints: null, attendant: null, loginHint: 'anna', destination: 'mail.corp.example' },
        ...{ force: true, signal: never },
        ...changes,
      });
      return token.accessToken;
    };
    const signIn = (): Promise<string> =>
      get({ attendant: { ask: () => undefined, wait: () => undefined, language: 'en' } });
    return { service, get, signIn };
  };
  /** The token for renewal that lies in the vault. */
  const kept = (): string | undefined =>
    [...folder.records.values()].map(({ value }) => /renewal-\d+/.exec(value)?.[0]).find(Boolean);
  return { provider, start, kept, errors, ...folder };
};
