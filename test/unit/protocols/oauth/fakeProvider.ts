import { vi } from 'vitest';
import { createTokenClient } from '../../../../electron/protocols/oauth/createTokenClient.ts';
import type { ExchangeAnswer, ExchangeRequest } from '../../../../electron/protocols/net/httpsExchange.ts';
import type { TokenClient, TokenClientSettings } from '../../../../electron/protocols/oauth/tokenClient.ts';

export const never = new AbortController().signal;

/** An answer of a provider: JSON as it is, or the text of somebody else. */
export const answer = (
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): ExchangeAnswer => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

export const bearer = (accessToken: string): ExchangeAnswer =>
  answer({ access_token: accessToken, token_type: 'Bearer', expires_in: 3600 });

type Respond = (request: ExchangeRequest, count: number) => ExchangeAnswer | Promise<ExchangeAnswer>;

/** A client whose requests are answered here; `requests` is what it asked. */
export const clientOf = (
  respond: Respond,
  settings: Partial<TokenClientSettings> = {},
): { client: TokenClient; requests: ExchangeRequest[]; kept: () => string | null } => {
  const requests: ExchangeRequest[] = [];
  let text: string | null = null;
  const client = createTokenClient({
    endpoints: { kind: 'microsoft', authority: 'https://login.microsoftonline.com/corp.example' },
    clientId: 'application',
    proof: { kind: 'secret', secret: 'the-application-secret' },
    exchange: async (request) => {
      requests.push(request);
      return respond(request, requests.length);
    },
    cache: { read: async () => text, write: async (next) => void (text = next), isShared: () => false },
    now: Date.now,
    ...settings,
  });
  return { client, requests, kept: () => text };
};

/** Lets time pass as soon as somebody waits for it. */
export const hurryTime = (): void =>
  void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }).setTimerTickMode('nextTimerAsync');
