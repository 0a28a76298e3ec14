import { z } from 'zod';
import type { Answer } from './answer.ts';
import type { CallGate } from './callAnswer.ts';
import { readJsonBody } from './jsonBody.ts';
import { methodNotAllowed, refusals, refuse } from './refusal.ts';
import { sessionCookie } from './sessionCookie.ts';

const exchangeSchema = z.strictObject({ token: z.string().max(256) });
const bodyLimitBytes = 1_024;

/** `POST /session` swaps the token of the start link for a session: a cookie, and `{"key":"…"}` in the answer. */
export const createSessionRoute =
  ({ sessions, port, idle }: Pick<CallGate, 'sessions' | 'port' | 'idle'>): Answer =>
  async (request, response, urlPath) => {
    if (request.method !== 'POST') return refuse(response, urlPath, methodNotAllowed('POST'), 'close');
    const body = await readJsonBody(request, bodyLimitBytes);
    if ('refusal' in body) return refuse(response, urlPath, body.refusal, body.connection);
    const exchange = exchangeSchema.safeParse(body.value);
    const session = exchange.success ? sessions.exchange(exchange.data.token) : null;
    if (session === null) return refuse(response, urlPath, refusals.notSignedIn);
    response.once('close', idle.begin());
    response.writeHead(200, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'set-cookie': sessionCookie(port, session.cookie),
    });
    response.end(JSON.stringify({ key: session.key }));
  };
