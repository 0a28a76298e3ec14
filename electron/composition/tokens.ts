import type { Log } from '../hosts/log.ts';
import { loadTranslator } from '../locales/translate.ts';
import { createHttpsExchange, createReach } from '../protocols/net/httpsExchange.ts';
import { createTokenClient } from '../protocols/oauth/createTokenClient.ts';
import type { TrustStore } from '../protocols/tls/trustStore.ts';
import type { FindProxy } from '../protocols/net/systemProxy.ts';
import {
  createTokenService,
  type TokenService,
  type TokenServiceParts,
} from '../services/oauth/tokenService.ts';
import type { LiveSecrets } from '../stores/vault/liveSecrets.ts';

export type TokenParts = Pick<TokenServiceParts, 'vault'> & {
  trustStore: TrustStore;
  findProxy: FindProxy;
  secrets: LiveSecrets;
  log: Log;
};

/** How long a provider may take for one answer, or for a connection alone, in ms. */
const exchangeLimitMs = 15_000;

/** Builds what gets and keeps tokens. */
export const composeTokens = ({ vault, trustStore, findProxy, secrets, log }: TokenParts): TokenService =>
  createTokenService({
    ...{ vault, secrets, log, now: Date.now, createClient: createTokenClient },
    exchangeOf: (trust) => async (request) => {
      const { proxy } = await findProxy(new URL(request.url));
      const anchors = trustStore.anchorsOf(trust);
      return createHttpsExchange({ anchors, proxy: () => proxy, timeoutMs: exchangeLimitMs })(request);
    },
    reach: async (url, signal) => {
      const { proxy } = await findProxy(url);
      await createReach({ proxy: () => proxy, timeoutMs: exchangeLimitMs })(url, signal);
    },
    loadPage: async (language) => {
      const translate = await loadTranslator(language, ['proof']);
      const text = (name: string): string => translate(`proof:person.page.${name}`);
      return { language, title: text('title'), received: text('received'), refused: text('refused') };
    },
  });
