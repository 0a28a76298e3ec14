import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallContext } from '../callContext.ts';
import type { Answer } from './answer.ts';
import { apiMethodOf } from './apiPaths.ts';
import { basicChallenge, basicCredentials } from './basicCredentials.ts';
import { answerCall, type CallGate, contextOfSession, type OperationRoute } from './callAnswer.ts';
import { methodNotAllowed, refusals, refuse, type Refusal } from './refusal.ts';

/** Name and password count for this call alone, and instead of whatever session is shown; else the session does. */
const contextOf = (
  gate: CallGate,
  request: IncomingMessage,
  response: ServerResponse,
): CallContext | null => {
  const credentials = basicCredentials(request.headers);
  if (credentials === null) return contextOfSession(gate, request, response);
  return { door: gate.context.door, user: '', permissions: null, credentials };
};

const notSignedIn = async ({ mayUseBasic }: CallGate): Promise<Refusal> =>
  (await mayUseBasic()) ? { ...refusals.notSignedIn, challenge: basicChallenge } : refusals.notSignedIn;

/** A call of a script: with a session, or with name and password (RFC 7617); GET for the few paths that are asked so. */
export const createApiAnswer = (browserGate: CallGate, route: OperationRoute): Answer => {
  const gate: CallGate = { ...browserGate, context: { ...browserGate.context, door: 'api' } };
  return async (request, response, urlPath) => {
    response.setHeader('cache-control', 'no-store');
    const method = apiMethodOf(urlPath);
    if (request.method !== method) return refuse(response, urlPath, methodNotAllowed(method), 'close');
    const context = contextOf(gate, request, response);
    if (context === null) return refuse(response, urlPath, await notSignedIn(gate), 'close');
    if (method === 'GET') await route(Object.assign(request, { body: undefined }), response, context);
    else await answerCall({ ...gate, route }, [request, response, urlPath], context);
    // Only now it is known whether the password was right.
    if (context.credentials && response.statusCode !== 401) gate.idle.begin()();
  };
};
