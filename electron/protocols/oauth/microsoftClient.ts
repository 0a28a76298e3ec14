import * as msal from '@azure/msal-node';
import {
  createMicrosoftApplications,
  type MicrosoftApplication,
  type MicrosoftApplications,
} from './microsoftApplication.ts';
import { createMicrosoftCache } from './microsoftCache.ts';
import { askMicrosoft } from './microsoftFlows.ts';
import { createMicrosoftNetwork } from './microsoftNetwork.ts';
import { OAuthRefusal, UnusableAnswer } from './oauthError.ts';
import type { Operation } from './operation.ts';
import {
  isDead,
  needsPerson,
  nobody,
  type ProviderClient,
  type ProviderRequest,
  type RefusedRenewal,
  type SilentRequest,
  type SilentResult,
} from './providerClient.ts';
import { textOf } from './readAnswer.ts';
import { type JsonObject, readJsonObject } from '../text/readJson.ts';
import type { Token, TokenClientSettings, TokenFlow } from './tokenClient.ts';

type Settings = TokenClientSettings & { endpoints: { kind: 'microsoft' } };
type Result = msal.AuthenticationResult | null;

/** msal's own words name codes and rules only; what it says of the network is in the operation. */
const toError = (error: unknown, { signal, fault }: Operation): unknown => {
  if (signal.aborted) return signal.reason;
  const known = fault();
  if (known !== null) return known;
  if (!(error instanceof msal.AuthError)) return error;
  const code = /nonce|id_token|token_claims/.test(error.errorCode) ? 'wrongIdentity' : 'protocol';
  return new UnusableAnswer(code, 'token', null, error.errorCode);
};

const secretsIn = (entries: unknown): ReadonlySet<string> =>
  new Set(
    Object.values(Object(entries) as JsonObject).flatMap(
      (entry) => textOf((Object(entry) as JsonObject)['secret']) ?? [],
    ),
  );

/** What msal remembers now. */
const keptIn = (application: MicrosoftApplication): RefusedRenewal => {
  const kept = readJsonObject(application.getTokenCache().serialize());
  return {
    refreshTokens: secretsIn(kept?.['RefreshToken']),
    accessTokens: secretsIn(kept?.['AccessToken']),
  };
};

const hasRenewal = (application: MicrosoftApplication): boolean => keptIn(application).refreshTokens.size > 0;

/** One person per client: who signs in takes the place of who was there before. */
const forgetOthers = async (application: MicrosoftApplication, kept: msal.AccountInfo): Promise<void> => {
  const cache = application.getTokenCache();
  const accounts = await cache.getAllAccounts();
  for (const account of accounts)
    if (account.homeAccountId !== kept.homeAccountId) await cache.removeAccount(account);
};

const toToken = (result: Result, refreshable: boolean): Token => {
  if (!result?.accessToken || result.expiresOn === null)
    throw new UnusableAnswer('withoutToken', 'token', null, '');
  return {
    accessToken: result.accessToken,
    expiresAtMs: result.expiresOn.getTime(),
    account: result.account?.username || null,
    scopes: result.scopes,
    refreshable,
    fromCache: result.fromCache,
  };
};

const acquire = async (
  applications: MicrosoftApplications,
  flow: TokenFlow,
  request: ProviderRequest,
  now: () => number,
): Promise<Token> => {
  const result = await askMicrosoft(applications, flow, request, now);
  if (flow.kind === 'clientCredentials') return toToken(result, true);
  const application = flow.kind === 'deviceCode' ? applications.open() : applications.usual();
  const account = result?.account ?? null;
  if (account !== null) await forgetOthers(application, account);
  return toToken(result, account !== null && hasRenewal(application));
};

const renew = async (
  application: MicrosoftApplication,
  account: msal.AccountInfo,
  { scopes, force, refused }: SilentRequest,
): Promise<SilentResult> => {
  const ask = (forceRefresh: boolean): Promise<msal.AuthenticationResult> =>
    application.acquireTokenSilent({ account, scopes: [...scopes], forceRefresh });
  const given = await ask(force);
  const isStale = given.fromCache && refused?.accessTokens.has(given.accessToken) === true;
  const result = isStale ? await ask(true) : given;
  return { ...nobody, token: toToken(result, hasRenewal(application)) };
};

const silent = async ({ usual }: MicrosoftApplications, request: SilentRequest): Promise<SilentResult> => {
  const application = usual();
  const [account] = await application.getTokenCache().getAllAccounts();
  if (account === undefined) return nobody;
  const kept = keptIn(application);
  const { refused, operation } = request;
  if (refused !== null && kept.refreshTokens.isSubsetOf(refused.refreshTokens)) return nobody;
  try {
    return await renew(application, account, request);
  } catch (error) {
    const fault = operation.fault();
    if (fault instanceof OAuthRefusal && needsPerson(fault))
      return { token: null, refusal: fault, refused: isDead(fault) ? kept : null };
    if (fault === null && error instanceof msal.InteractionRequiredAuthError) return nobody;
    throw error;
  }
};

/** A client for Entra ID by msal, which keeps tokens in the cache alone. */
export const createMicrosoftClient = (settings: Settings): ProviderClient => {
  const cache = createMicrosoftCache(settings.cache);
  const { authority } = settings.endpoints;

  const during = async <Value>(
    operation: Operation,
    known: string | null,
    work: (applications: MicrosoftApplications) => Promise<Value>,
  ): Promise<Value> => {
    const memory = cache.open(known);
    const network = createMicrosoftNetwork(operation);
    try {
      return await work(
        createMicrosoftApplications(
          msal,
          { ...settings, authority },
          { cachePlugin: memory.plugin, network },
        ),
      );
    } catch (error) {
      throw toError(error, operation);
    } finally {
      memory.end();
    }
  };

  return {
    // Who signs in takes the place of who was there before: that need not be known.
    acquire: (flow, request) =>
      during(request.operation, '', (applications) => acquire(applications, flow, request, settings.now)),
    silent: (request) => during(request.operation, null, (applications) => silent(applications, request)),
    signOut: cache.clear,
  };
};
