import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { OAuthRefusal } from './oauthError.ts';
import type { Operation, Question } from './operation.ts';
import type { JsonObject } from '../text/readJson.ts';

/** msal gives up at `slow_down` (RFC 8628, 3.5), which only asks for patience. */
const withPatience = (body: JsonObject): JsonObject =>
  body['error'] === 'slow_down' ? { error: 'authorization_pending' } : body;

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

const send = async <Body>(operation: Operation, question: Question): Promise<NetworkResponse<Body>> => {
  try {
    const { answer, body } = await operation.ask(question);
    return toResponse(answer.status, answer.headers, withPatience(body));
  } catch (error) {
    const body = error instanceof OAuthRefusal ? refusedBody(error) : null;
    if (body === null || !(error instanceof OAuthRefusal)) throw error;
    return toResponse(error.status ?? 400, {}, body);
  }
};

/** msal's way to the network: the exchange of one operation. */
export const createMicrosoftNetwork = (operation: Operation): INetworkModule => ({
  sendGetRequestAsync: async (url: string, options?: NetworkRequestOptions) =>
    send(operation, {
      method: 'GET',
      url,
      headers: options?.headers ?? {},
      body: null,
      command: 'discovery',
    }),
  sendPostRequestAsync: async (url: string, options?: NetworkRequestOptions) =>
    send(operation, {
      method: 'POST',
      url,
      headers: options?.headers ?? {},
      body: options?.body ?? '',
      command: isDeviceAddress(url) ? 'device' : 'token',
    }),
});
