import { createLiveSecrets } from '../../../../electron/stores/vault/liveSecrets.ts';
import type {
  Token,
  TokenClient,
  TokenClientSettings,
  TokenFlow,
} from '../../../../electron/protocols/oauth/tokenClient.ts';
import type { ResolvedClient } from '../../../../electron/services/oauth/resolvedClient.ts';
import {
  createTokenService,
  type TokenRequest,
  type TokenServiceParts,
} from '../../../../electron/services/oauth/tokenService.ts';
import { createFakeVault } from '../mail/fakeVault.ts';

export const startMs = Date.parse('2026-11-22T08:00:00Z');

export const microsoftClient = (
  grant: ResolvedClient['grant'] = { flow: 'authorizationCode' },
): ResolvedClient => ({
  place: { provider: 'microsoft', cloud: 'global', tenantId: 'corp.example' },
  clientId: '11111111-2222-3333-4444-555555555555',
  proof: { kind: 'secret', secret: 'Planted~Client~Secret', expiresOn: null },
  grant,
});

export const tokenOf = (accessToken: string, rest: Partial<Token> = {}): Token => ({
  ...{ accessToken, expiresAtMs: startMs + 3_600_000, account: null, scopes: [] },
  ...{ refreshable: true, fromCache: false },
  ...rest,
});

/** What a provider did, told by a test. */
export type FakeProvider = {
  acquire: (flow: TokenFlow, signal: AbortSignal) => Promise<Token>;
  /** Null: nobody has signed in, or the sign-in no longer holds. */
  silent: (cache: string | null, force: boolean) => Promise<Token | null>;
};

/** Token clients that remember `signed-in` in their cache, and note what they were asked. */
export const createFakeClients = (provider: Partial<FakeProvider> = {}) => {
  const asked: string[] = [];
  const made: TokenClientSettings[] = [];
  let given = 0;
  const { acquire, silent }: FakeProvider = {
    acquire: async () => tokenOf(`token-${(given += 1)}`),
    silent: async (cache) => (cache === null ? null : tokenOf('token-kept', { fromCache: true })),
    ...provider,
  };
  const createClient = (settings: TokenClientSettings): TokenClient => {
    made.push(settings);
    return {
      acquire: async (flow, _, { signal }) => {
        asked.push(flow.kind);
        const token = await acquire(flow, signal);
        await settings.cache.write('signed-in RefreshToken~Planted');
        return token;
      },
      silent: async ({ force }) => {
        asked.push(force ? 'forced renewal' : 'silent');
        return silent(await settings.cache.read(), force);
      },
      lastRefusal: () => null,
      signOut: async () => settings.cache.write(''),
    };
  };
  return { asked, made, createClient };
};

/** @param vaultLab of a program that ran before; left out: an empty one. */
export const createServiceLab = (
  provider: Partial<FakeProvider> = {},
  { vault, records, lock, unlock }: ReturnType<typeof createFakeVault> = createFakeVault(),
) => {
  const clients = createFakeClients(provider);
  const secrets = createLiveSecrets();
  const errors: string[] = [];
  const parts: TokenServiceParts = {
    ...{ vault, secrets, createClient: clients.createClient },
    now: () => startMs,
    log: { error: (code) => void errors.push(code) },
    exchangeOf: () => async () => Promise.reject(new Error('Nothing is asked here.')),
    reach: async () => undefined,
    loadPage: async (language) => ({ language, title: 't', received: 'r', refused: 'n' }),
  };
  const service = createTokenService(parts);
  const request = (rest: Partial<TokenRequest> = {}): TokenRequest => ({
    ...{ owner: 'profile-1', client: microsoftClient(), trust: { mode: 'system' }, purposes: ['smtp'] },
    ...{ endpoints: null, attendant: null, loginHint: 'box@corp.example', force: false },
    destination: 'mail.corp.example',
    signal: new AbortController().signal,
    ...rest,
  });
  return { ...clients, vault, records, lock, unlock, service, request, secrets, errors };
};
