import type { AnyRouter } from '@orpc/server';
import type { CallContext } from '../callContext.ts';
import { createCallInterceptor } from '../callInterceptor.ts';
import { keepResult } from '../keepResult.ts';
import type { Log } from '../log.ts';
import type { OperationRoute } from './callAnswer.ts';
import { createProblemInterceptor } from './problemInterceptor.ts';

export type ApiRouteParts = { router: AnyRouter; log: Log; mayUseBasic: () => Promise<boolean> };

const createHandler = async ({ router, log, mayUseBasic }: ApiRouteParts) => {
  const { OpenAPIHandler } = await import('@orpc/openapi/node');
  return new OpenAPIHandler<CallContext>(router, {
    interceptors: [createProblemInterceptor(mayUseBasic), createCallInterceptor(log)],
  });
};

/** Calls below `/api`: plain JSON for scripts. Loaded when it is first used; our own page never is one. */
export const createApiRoute = (parts: ApiRouteParts): OperationRoute => {
  const handler = keepResult(() => createHandler(parts));
  return async (request, response, context) => {
    await (await handler()).handle(request, response, { prefix: '/api', context });
  };
};
