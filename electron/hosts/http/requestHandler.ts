import type { IncomingMessage, ServerResponse } from 'node:http';
import { keepResult } from '../keepResult.ts';
import type { PageFiles } from '../pages/pageFiles.ts';
import { securityHeaders } from '../pages/securityHeaders.ts';
import type { Answer } from './answer.ts';
import { createApiAnswer } from './apiAnswer.ts';
import type { ApiDescription } from './apiDescription.ts';
import { createApiPage } from './apiPage.ts';
import { type CallGate, createCallAnswer, type OperationRoute } from './callAnswer.ts';
import { createPageAnswer } from './pageAnswer.ts';
import { methodNotAllowed, refuse } from './refusal.ts';
import { guardRequest } from './requestGuard.ts';
import { createSessionRoute } from './sessionRoute.ts';

export type RequestHandlerOptions = CallGate & {
  pages: PageFiles;
  rpc: OperationRoute;
  api: OperationRoute;
  /** What `/api/openapi.json` and the page `/api/` say. */
  describeApi(): Promise<ApiDescription>;
};

/** What the operations are is no secret: whoever reaches this door may read it. */
const createTextAnswer =
  (mediaType: string, write: () => Promise<string>): Answer =>
  async (request, response, urlPath) => {
    if (request.method !== 'GET') return refuse(response, urlPath, methodNotAllowed('GET'), 'close');
    const text = await write();
    response.writeHead(200, { 'content-type': mediaType, 'cache-control': 'no-store' });
    response.end(text);
  };

const descriptionAnswers = (describeApi: () => Promise<ApiDescription>): [string, Answer][] => {
  const describe = keepResult(describeApi);
  const page = keepResult(async () => createApiPage(await describe()));
  const answerPage = createTextAnswer('text/html; charset=utf-8', page);
  return [
    ['/api/openapi.json', createTextAnswer('application/json', async () => JSON.stringify(await describe()))],
    ['/api/', answerPage],
    ['/api', answerPage],
  ];
};

/** Answers every request of this door: the guard first, then session, calls or page files by path. */
export const createRequestHandler = (options: RequestHandlerOptions) => {
  const origin = `http://127.0.0.1:${options.port}`;
  const exact = new Map<string, Answer>([
    ['/session', createSessionRoute(options)],
    ...descriptionAnswers(options.describeApi),
  ]);
  const below = new Map<string, Answer>([
    ['rpc', createCallAnswer(options, options.rpc)],
    ['api', createApiAnswer(options, options.api)],
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
