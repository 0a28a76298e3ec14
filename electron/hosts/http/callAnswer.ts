import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallContext } from '../callContext.ts';
import type { Answer } from './answer.ts';
import { readJsonBody } from './jsonBody.ts';
import { methodNotAllowed, refusals, refuse } from './refusal.ts';
import type { Caller } from '../../services/session/identify.ts';
import { presentedSession, sessionCookie } from './sessionCookie.ts';
import type { Session, Sessions } from './sessions.ts';
import type { IdleWatch } from './idleWatch.ts';

/** A request whose body has been read and parsed; oRPC takes it from `body` instead of reading the stream. */
export type ParsedRequest = IncomingMessage & { body: unknown };

/** Answers a call below one path, to the end. */
export type OperationRoute = (
  request: ParsedRequest,
  response: ServerResponse,
  context: CallContext,
) => Promise<void>;

export type CallGate = {
  port: number;
  sessions: Sessions;
  context: CallContext;
  bodyLimitBytes: number;
  /** Only who is signed in keeps the door from closing as idle. */
  idle: Pick<IdleWatch, 'begin'>;
  /** May anybody call `/api` with name and password (U26). */
  mayUseBasic: () => Promise<boolean>;
};

/** The caller for one call: who signs in or out in it gets another cookie with its answer. */
const renewing = (
  session: Session,
  { port, sessions }: Pick<CallGate, 'port' | 'sessions'>,
  response: ServerResponse,
): Caller | null => {
  const caller = sessions.callerOf(session);
  /** Signing in anew is two changes in one call: the old session ends, then the new one begins. */
  let shown = session;
  return (
    caller && {
      startedProgram: caller.startedProgram,
      get token() {
        return caller.token;
      },
      set token(token) {
        caller.token = token;
        shown = sessions.renew(shown);
        response.setHeader('set-cookie', sessionCookie(port, shown.cookie));
      },
    }
  );
};

/** The context of a call that shows a session; null: it shows none. */
export const contextOfSession = (
  gate: CallGate,
  request: IncomingMessage,
  response: ServerResponse,
): CallContext | null => {
  const { port, context, idle } = gate;
  const caller = renewing(presentedSession(request.headers, port), gate, response);
  if (caller === null) return null;
  if (caller.startedProgram || caller.token !== null) response.once('close', idle.begin());
  return { ...context, caller };
};

/** Reads the body, JSON and only so big. Then its operation decides. */
export const answerCall = async (
  { route, bodyLimitBytes }: Pick<CallGate, 'bodyLimitBytes'> & { route: OperationRoute },
  [request, response, urlPath]: Parameters<Answer>,
  context: CallContext,
): Promise<void> => {
  const body = await readJsonBody(request, bodyLimitBytes);
  if ('refusal' in body) return refuse(response, urlPath, body.refusal, body.connection);
  await route(Object.assign(request, { body: body.value }), response, context);
};

/** A call of our own pages: only POST, only with a session. */
export const createCallAnswer =
  (gate: CallGate, route: OperationRoute): Answer =>
  async (request, response, urlPath) => {
    response.setHeader('cache-control', 'no-store');
    if (request.method !== 'POST') return refuse(response, urlPath, methodNotAllowed('POST'), 'close');
    const context = contextOfSession(gate, request, response);
    if (context === null) return refuse(response, urlPath, refusals.notSignedIn, 'close');
    await answerCall({ ...gate, route }, [request, response, urlPath], context);
  };
