import { z } from 'zod';
import type { Answer } from './answer.ts';
import type { CallGate } from './callAnswer.ts';
import { readJsonBody } from './jsonBody.ts';
import { methodNotAllowed, refusals, refuse } from './refusal.ts';
import { sessionCookie } from './sessionCookie.ts';
import type { Session, Sessions } from './sessions.ts';

const requestSchema = z.strictObject({ token: z.string().max(256).optional() });
const bodyLimitBytes = 1_024;

const open = (sessions: Sessions, request: unknown): Session | null => {
  const { success, data } = requestSchema.safeParse(request);
  if (!success) return null;
  return data.token === undefined ? sessions.begin() : sessions.exchange(data.token);
};

/**
 * `POST /session` gives a session: a cookie, and `{"key":"…"}` in the answer. With the token of the start link it is
 * that of the person who started the program; without one it is good for signing in.
 */
export const createSessionRoute =
  ({ sessions, port, idle }: Pick<CallGate, 'sessions' | 'port' | 'idle'>): Answer =>
  async (request, response, urlPath) => {
    if (request.method !== 'POST') return refuse(response, urlPath, methodNotAllowed('POST'), 'close');
    const body = await readJsonBody(request, bodyLimitBytes);
    if ('refusal' in body) return refuse(response, urlPath, body.refusal, body.connection);
    const session = open(sessions, body.value);
    if (session === null) return refuse(response, urlPath, refusals.notSignedIn);
    response.once('close', idle.begin());
    response.writeHead(200, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'set-cookie': sessionCookie(port, session.cookie),
    });
    response.end(JSON.stringify({ key: session.key }));
  };
