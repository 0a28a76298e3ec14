import * as client from 'openid-client';
import { ClockWrong, OAuthRefusal, UnusableAnswer } from './oauthError.ts';
import { createOpenIdCache, type KeptToken, type OpenIdAccess, type OpenIdMemory } from './openIdCache.ts';
import { askOpenId, type OpenIdAnswer, renewOpenId } from './openIdFlows.ts';
import type { Operation } from './operation.ts';
import {
  isDead,
  needsPerson,
  nobody,
  type ProviderClient,
  type ProviderRequest,
  type SilentRequest,
  type SilentResult,
} from './providerClient.ts';
import { textOf } from './readAnswer.ts';
import type { OpenIdEndpoints, Token, TokenClientSettings, TokenFlow } from './tokenClient.ts';

type Settings = TokenClientSettings & { endpoints: OpenIdEndpoints };

/** As msal does: a token that ends within five minutes is renewed. */
const renewedBeforeMs = 300_000;
/** RFC 6749, 5.1 lets a provider leave out how long a token lasts. */
const usualLifeSeconds = 3_600;

const isOfIdentity = /JWT|CLAIM|ATTRIBUTE|KEY_SELECTION/;

/** By as much the library lets clocks differ. */
const allowedSkewMs = 30_000;

/** A token whose time is not now while both clocks agree is an old one, or the provider's fault. */
const isClockWrong = (rule: string, serverTimeMs: number | null, nowMs: number): boolean => {
  const doClocksAgree = serverTimeMs !== null && Math.abs(serverTimeMs - nowMs) < allowedSkewMs;
  return rule === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED' && !doClocksAgree;
};

/** The library's own words name rules only; what it says of the network is in the operation. */
const toError = (error: unknown, operation: Operation, nowMs: number): unknown => {
  const { signal, fault } = operation;
  if (signal.aborted) return signal.reason;
  const known = fault();
  if (known !== null) return known;
  if (!(error instanceof client.ClientError)) return error;
  const rule = error.code ?? 'unknown';
  const serverTimeMs = operation.serverTimeMs();
  if (isClockWrong(rule, serverTimeMs, nowMs)) return new ClockWrong(rule, serverTimeMs);
  return new UnusableAnswer(isOfIdentity.test(rule) ? 'wrongIdentity' : 'protocol', 'token', null, rule);
};

const accountOf = (answer: OpenIdAnswer): string | null => {
  const claims = answer.claims();
  return textOf(claims?.['email']) ?? textOf(claims?.['preferred_username']) ?? textOf(claims?.['upn']);
};

const scopesKey = (scopes: readonly string[]): string => scopes.toSorted().join(' ');

/** What one operation works with. */
type Parts = { settings: Settings; cache: OpenIdAccess; signIns: { count: number } };

const toKept = (answer: OpenIdAnswer, scopes: readonly string[], nowMs: number): KeptToken => ({
  accessToken: answer.access_token,
  expiresAtMs: nowMs + (answer.expires_in ?? usualLifeSeconds) * 1000,
  scopes: answer.scope?.split(' ') ?? [...scopes],
});

const isFresh = (kept: KeptToken | undefined, nowMs: number): kept is KeptToken =>
  kept !== undefined && kept.expiresAtMs - nowMs > renewedBeforeMs;

const forApplication = async (
  { settings, cache }: Parts,
  flow: TokenFlow,
  request: ProviderRequest,
): Promise<Token> => {
  const key = scopesKey(request.scopes);
  const kept = (await cache.read()).applicationTokens[key];
  const common = { account: null, refreshable: true };
  if (!request.force && isFresh(kept, settings.now())) return { ...kept, ...common, fromCache: true };
  const token = toKept(await askOpenId(settings, flow, request), request.scopes, settings.now());
  await cache.change((memory) => ({
    ...memory,
    applicationTokens: { ...memory.applicationTokens, [key]: token },
  }));
  return { ...token, ...common, fromCache: false };
};

const forPerson = async (
  { settings, cache, signIns }: Parts,
  flow: TokenFlow,
  request: ProviderRequest,
): Promise<Token> => {
  const answer = await askOpenId(settings, flow, request);
  const token = toKept(answer, request.scopes, settings.now());
  const account = accountOf(answer);
  const refreshToken = answer.refresh_token ?? null;
  signIns.count += 1;
  const personTokens = { [scopesKey(request.scopes)]: token };
  await cache.change((memory) => ({ ...memory, refreshToken, account, personTokens }));
  return { ...token, account, refreshable: refreshToken !== null, fromCache: false };
};

/** What can be renewed, and whose it is. */
type Renewable = Pick<OpenIdMemory, 'account' | 'personTokens'> & { refreshToken: string };

const renew = async (
  { settings, cache, signIns }: Parts,
  { refreshToken, account }: Renewable,
  request: ProviderRequest,
): Promise<Token> => {
  const began = signIns.count;
  const answer = await renewOpenId(settings, refreshToken, request);
  const token = toKept(answer, request.scopes, settings.now());
  await cache.change((memory) => {
    // Who signed in or out meanwhile counts, not who was there before.
    if (began !== signIns.count) return memory;
    return {
      ...memory,
      refreshToken: answer.refresh_token ?? memory.refreshToken,
      personTokens: { ...memory.personTokens, [scopesKey(request.scopes)]: token },
    };
  });
  return { ...token, account, refreshable: true, fromCache: false };
};

/** Whoever signed in meanwhile has another one. */
const forget = ({ cache }: Parts, refreshToken: string): Promise<void> =>
  cache.change((memory) =>
    memory.refreshToken === refreshToken ? { ...memory, refreshToken: null } : memory,
  );

/** One that is refused at first stays: another program may be about to keep a newer one in its place. */
const whenRefused = async (
  parts: Parts,
  { refreshToken, personTokens }: Renewable,
  { operation, refused }: SilentRequest,
): Promise<SilentResult | null> => {
  const refusal = operation.fault();
  if (!(refusal instanceof OAuthRefusal) || !needsPerson(refusal)) return null;
  if (!isDead(refusal)) return { ...nobody, refusal };
  if (refused !== null) await forget(parts, refreshToken);
  const accessTokens = new Set(Object.values(personTokens).map(({ accessToken }) => accessToken));
  return { token: null, refusal, refused: { refreshTokens: new Set([refreshToken]), accessTokens } };
};

const silent = async (parts: Parts, request: SilentRequest): Promise<SilentResult> => {
  const memory = await parts.cache.read();
  const { refreshToken, account, personTokens } = memory;
  const { scopes, force, refused } = request;
  const kept = personTokens[scopesKey(scopes)];
  const isStale = kept !== undefined && (refused?.accessTokens.has(kept.accessToken) ?? false);
  const common = { account, refreshable: refreshToken !== null, fromCache: true };
  if (!force && !isStale && isFresh(kept, parts.settings.now()))
    return { ...nobody, token: { ...kept, ...common } };
  if (refreshToken === null) return nobody;
  if (refused?.refreshTokens.has(refreshToken) === true) {
    await forget(parts, refreshToken);
    return nobody;
  }
  try {
    return { ...nobody, token: await renew(parts, { ...memory, refreshToken }, request) };
  } catch (error) {
    const result = await whenRefused(parts, { ...memory, refreshToken }, request);
    if (result === null) throw error;
    return result;
  }
};

/** A client for an OpenID provider, which keeps tokens itself: the library keeps none. */
export const createOpenIdClient = (settings: Settings): ProviderClient => {
  const cache = createOpenIdCache(settings.cache);
  const signIns = { count: 0 };
  const open = (): Parts => ({ settings, cache: cache.open(), signIns });

  const during = async <Value>(operation: Operation, work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      throw toError(error, operation, settings.now());
    }
  };

  return {
    acquire: (flow, request) =>
      during(request.operation, () =>
        flow.kind === 'clientCredentials'
          ? forApplication(open(), flow, request)
          : forPerson(open(), flow, request),
      ),
    silent: (request) => during(request.operation, () => silent(open(), request)),
    signOut: () => {
      signIns.count += 1;
      return cache.clear();
    },
  };
};
