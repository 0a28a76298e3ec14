import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { OAuthRefusal } from './oauthError.ts';
import type { Operation, Question } from './operation.ts';
import { pause } from './pause.ts';
import type { JsonObject } from '../text/readJson.ts';

/** RFC 8628, 3.5: by so much longer each `slow_down` makes every wait after it. */
const slowerMs = 5_000;

type Send = <Body>(question: Question) => Promise<NetworkResponse<Body>>;

/** msal gives up at `slow_down`, which only asks for patience: then it waits here, on top of its own interval. */
const withPatience = ({ ask, signal }: Operation): Operation['ask'] => {
  let extraMs = 0;
  return async (question) => {
    if (extraMs > 0) await pause(extraMs, signal);
    const { answer, body } = await ask(question);
    if (body['error'] !== 'slow_down') return { answer, body };
    extraMs += slowerMs;
    return { answer, body: { error: 'authorization_pending' } };
  };
};

const isDeviceAddress = (url: string): boolean => new URL(url).pathname.endsWith('/devicecode');

const isOverload = ({ status }: OAuthRefusal): boolean => status === 429 || (status ?? 0) >= 500;

/** What msal understands of a refusal, so that it drops a dead renewal token; an overload is not for it to remember. */
const refusedBody = (refusal: OAuthRefusal): JsonObject | null =>
  refusal.command !== 'token' || isOverload(refusal)
    ? null
    : {
        error: refusal.error,
        error_description: refusal.description,
        error_codes: refusal.errorNo === null ? [] : [refusal.errorNo],
        suberror: refusal.subError ?? undefined,
      };

/** The boundary to msal, which says what it wants to be given only by a type parameter. */
const toResponse = <Body>(
  status: number,
  headers: Record<string, string>,
  body: JsonObject,
): NetworkResponse<Body> => ({ status, headers, body: body as Body });

const sendBy =
  (ask: Operation['ask']): Send =>
  async <Body>(question: Question): Promise<NetworkResponse<Body>> => {
    try {
      const { answer, body } = await ask(question);
      return toResponse(answer.status, answer.headers, body);
    } catch (error) {
      const body = error instanceof OAuthRefusal ? refusedBody(error) : null;
      if (body === null || !(error instanceof OAuthRefusal)) throw error;
      return toResponse(error.status ?? 400, {}, body);
    }
  };

/** msal's way to the network: the exchange of one operation. */
export const createMicrosoftNetwork = (operation: Operation): INetworkModule => {
  const send = sendBy(withPatience(operation));
  return {
    sendGetRequestAsync: async (url: string, options?: NetworkRequestOptions) =>
      send({
        method: 'GET',
        url,
        headers: options?.headers ?? {},
        body: null,
        command: 'discovery',
      }),
    sendPostRequestAsync: async (url: string, options?: NetworkRequestOptions) =>
      send({
        method: 'POST',
        url,
        headers: options?.headers ?? {},
        body: options?.body ?? '',
        command: isDeviceAddress(url) ? 'device' : 'token',
      }),
  };
};
