import type { Answer } from './answer.ts';
import { z } from 'zod';
import { readJsonBody } from './jsonBody.ts';
import { methodNotAllowed, refusals, refuse } from './refusal.ts';
import type { CallGate } from './callAnswer.ts';
import { presentedSession, sessionCookie } from './sessionCookie.ts';

const exchangeSchema = z.strictObject({ token: z.string().max(256) });
const bodyLimitBytes = 1_024;

/**
 * `POST /session` swaps the token of the start link for the session cookie; `GET /session` tells a page whether it
 * has one. Both count as activity only when there is one.
 */
export const createSessionRoute =
  ({ sessions, port, idle }: Pick<CallGate, 'sessions' | 'port' | 'idle'>): Answer =>
  async (request, response) => {
    if (request.method === 'GET') {
      const signedIn = sessions.isValid(presentedSession(request.headers, port) ?? '');
      if (signedIn) response.once('close', idle.begin());
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify({ signedIn }));
      return;
    }
    if (request.method !== 'POST') return refuse(response, '/session', methodNotAllowed('GET, POST'));
    const body = await readJsonBody(request, bodyLimitBytes);
    if ('refusal' in body) return refuse(response, '/session', body.refusal, body.connection);
    const exchange = exchangeSchema.safeParse(body.value);
    const session = exchange.success ? sessions.exchange(exchange.data.token) : null;
    if (session === null) return refuse(response, '/session', refusals.notSignedIn);
    response.once('close', idle.begin());
    response.writeHead(204, { 'set-cookie': sessionCookie(port, session), 'cache-control': 'no-store' });
    response.end();
  };
