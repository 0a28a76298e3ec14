import type { IncomingMessage, ServerResponse } from 'node:http';
import { keepResult } from '../keepResult.ts';
import type { PageFiles } from '../pages/pageFiles.ts';
import { securityHeaders } from '../pages/securityHeaders.ts';
import type { Answer } from './answer.ts';
import { type CallGate, createCallAnswer, type OperationRoute } from './callAnswer.ts';
import { createPageAnswer } from './pageAnswer.ts';
import { methodNotAllowed, refuse } from './refusal.ts';
import { guardRequest } from './requestGuard.ts';
import { createSessionRoute } from './sessionRoute.ts';

export type RequestHandlerOptions = CallGate & {
  pages: PageFiles;
  rpc: OperationRoute;
  api: OperationRoute;
  /** The text of `/api/openapi.json`. */
  describeApi(): Promise<string>;
};

/** What the operations are is no secret: whoever reaches this door may read it. */
const createDescriptionAnswer =
  (describe: () => Promise<string>): Answer =>
  async (request, response, urlPath) => {
    if (request.method !== 'GET') return refuse(response, urlPath, methodNotAllowed('GET'), 'close');
    const description = await describe();
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(description);
  };

/** Answers every request of this door: the guard first, then session, calls or page files by path. */
export const createRequestHandler = (options: RequestHandlerOptions) => {
  const origin = `http://127.0.0.1:${options.port}`;
  const exact = new Map<string, Answer>([
    ['/session', createSessionRoute(options)],
    ['/api/openapi.json', createDescriptionAnswer(keepResult(options.describeApi))],
  ]);
  const below = new Map<string, Answer>([
    ['rpc', createCallAnswer(options, options.rpc)],
    ['api', createCallAnswer(options, options.api)],
  ]);
  const answerPage = createPageAnswer(options.pages);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeaders(new Map(Object.entries(securityHeaders)));
    const refusal = guardRequest(request, origin);
    const urlPath = (request.url ?? '').replace(/[?#].*$/s, '');
    if (refusal) return refuse(response, urlPath, refusal, 'close');
    const answer = exact.get(urlPath) ?? below.get(urlPath.split('/')[1] ?? '') ?? answerPage;
    return answer(request, response, urlPath);
  };
};
