import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallContext } from '../callContext.ts';
import type { PageFiles } from '../pages/pageFiles.ts';
import { securityHeaders } from '../pages/securityHeaders.ts';
import { readJsonBody } from './jsonBody.ts';
import type { OperationRoute } from './operationRoutes.ts';
import { refusals, refuse } from './refusal.ts';
import { guardRequest } from './requestGuard.ts';
import { presentedSession } from './sessionCookie.ts';
import { createSessionRoute } from './sessionRoute.ts';
import type { Sessions } from './sessions.ts';

export type RequestHandlerOptions = {
  port: number;
  pages: PageFiles;
  sessions: Sessions;
  context: CallContext;
  bodyLimitBytes: number;
  rpc: OperationRoute;
};

type Answer = (request: IncomingMessage, response: ServerResponse, urlPath: string) => Promise<void>;

const createPageAnswer =
  (pages: PageFiles): Answer =>
  async (request, response, urlPath) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, urlPath, refusals.methodNotAllowed);
    const page = pages.find(urlPath);
    if (!page) return refuse(response, urlPath, refusals.notFound);
    const bytes = await page.read();
    response.writeHead(200, {
      'content-type': page.mediaType,
      'content-length': bytes.length,
      'cache-control': page.cacheControl,
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };

/** A call: only POST, only with a session, only JSON, only so big. Then its operation decides. */
const createCallAnswer =
  (options: RequestHandlerOptions, route: OperationRoute): Answer =>
  async (request, response, urlPath) => {
    response.setHeader('cache-control', 'no-store');
    if (request.method !== 'POST') return refuse(response, urlPath, refusals.methodNotAllowed, 'close');
    const session = presentedSession(request.headers, options.port);
    if (session === undefined || !options.sessions.isValid(session))
      return refuse(response, urlPath, refusals.notSignedIn, 'close');
    const body = await readJsonBody(request, options.bodyLimitBytes);
    if ('refusal' in body) return refuse(response, urlPath, body.refusal, body.connection);
    await route(Object.assign(request, { body: body.value }), response, options.context);
  };

/** Answers every request of this door: guard first, then session, calls or page files by path. */
export const createRequestHandler = (options: RequestHandlerOptions) => {
  const origin = `http://127.0.0.1:${options.port}`;
  const answerSession = createSessionRoute(options.sessions, options.port);
  const answerCall = createCallAnswer(options, options.rpc);
  const answerPage = createPageAnswer(options.pages);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeaders(new Map(Object.entries(securityHeaders)));
    const refusal = guardRequest(request, origin);
    const urlPath = (request.url ?? '').replace(/[?#].*$/s, '');
    if (refusal) return refuse(response, urlPath, refusal, 'close');
    if (urlPath === '/session') return answerSession(request, response);
    if (urlPath.startsWith('/rpc/')) return answerCall(request, response, urlPath);
    return answerPage(request, response, urlPath);
  };
};
