import { createSharedFlights } from '../../concurrency/sharedFlight.ts';
import { createTurns } from '../../concurrency/turns.ts';
import type { OAuthRefusal } from './oauthError.ts';
import { beginOperation } from './operation.ts';
import type { ProviderClient, SilentResult } from './providerClient.ts';
import { createRenewal, type Run } from './silentRenewal.ts';
import { createThrottle } from './throttle.ts';
import type { Token, TokenClient, TokenClientSettings, TokenFlow } from './tokenClient.ts';

const loadProvider = async (settings: TokenClientSettings): Promise<ProviderClient> => {
  const { endpoints } = settings;
  if (endpoints.kind === 'microsoft') {
    const { createMicrosoftClient } = await import('./microsoftClient.ts');
    return createMicrosoftClient({ ...settings, endpoints });
  }
  const { createOpenIdClient } = await import('./openIdClient.ts');
  return createOpenIdClient({ ...settings, endpoints });
};

const keyOf = (kind: string, scopes: readonly string[], force: boolean): string =>
  JSON.stringify([kind, scopes.toSorted(), force]);

/** Every sign-in of a person is one of its own; only what no person sees can be shared. */
const isShared = ({ kind }: TokenFlow): boolean => kind === 'clientCredentials';

/** Makes the client for one application; the library for its provider is loaded when a token is first asked for. */
export const createTokenClient = (settings: TokenClientSettings): TokenClient => {
  const { exchange, now } = settings;
  const tokens = createSharedFlights<Token>();
  const renewals = createSharedFlights<SilentResult>();
  /** Those who send a password, or a token for renewal that may hold only once. */
  const turns = createTurns();
  const throttle = createThrottle(now);
  let loading: Promise<ProviderClient> | null = null;
  let lastRefusal: OAuthRefusal | null = null;
  const provider = (): Promise<ProviderClient> => (loading ??= loadProvider(settings));

  const running =
    (isFinished: boolean): Run =>
    async (key, signal, work) => {
      const checkTurn = (): void => throttle.check(key);
      try {
        return await work(await provider(), beginOperation({ exchange, now, signal, isFinished, checkTurn }));
      } catch (error) {
        throttle.note(key, error);
        throw error;
      }
    };

  const run = running(false);
  const renew = createRenewal({
    ...{ turns, run: running(true), isShared: settings.cache.isShared },
    keyOf: (scopes) => keyOf('silent', scopes, false),
  });

  return {
    acquire: (flow, scopes, { signal, force }) => {
      const work = (given: AbortSignal): Promise<Token> =>
        run(keyOf(flow.kind, scopes, false), given, (client, operation) =>
          client.acquire(flow, { scopes, force, operation }),
        );
      if (flow.kind === 'ropc') return turns.take(signal, () => work(signal));
      const key = isShared(flow) ? keyOf(flow.kind, scopes, force) : crypto.randomUUID();
      return tokens.join(key, signal, work);
    },
    silent: async ({ scopes, force, signal }) => {
      const { token, refusal } = await renewals.join(keyOf('silent', scopes, force), signal, (given) =>
        renew(scopes, force, given),
      );
      lastRefusal = refusal;
      return token;
    },
    lastRefusal: () => lastRefusal,
    signOut: async () => {
      lastRefusal = null;
      await (await provider()).signOut();
    },
  };
};
