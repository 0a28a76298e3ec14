import type { AnyRouter } from '@orpc/server';
import { contract } from '../../contract/contract.ts';
import type { CallContext } from '../callContext.ts';
import { createCallInterceptor } from '../callInterceptor.ts';
import { keepResult } from '../keepResult.ts';
import type { Log } from '../log.ts';
import type { OperationRoute } from './callAnswer.ts';
import { sessionCookieName } from './sessionCookie.ts';

const createHandler = async (router: AnyRouter, log: Log) => {
  const { OpenAPIHandler } = await import('@orpc/openapi/node');
  return new OpenAPIHandler<CallContext>(router, { interceptors: [createCallInterceptor(log)] });
};

/** `POST /api/area/operation`: plain JSON for scripts. Loaded when it is first used; our own page never is one. */
export const createApiRoute = (router: AnyRouter, log: Log): OperationRoute => {
  const handler = keepResult(() => createHandler(router, log));
  return async (request, response, context) => {
    await (await handler()).handle(request, response, { prefix: '/api', context });
  };
};

/** The description of `/api` (OpenAPI 3.1), made from the contract. */
export const createApiDescription = async (port: number, version: string): Promise<string> => {
  const [{ OpenAPIGenerator }, { ZodToJsonSchemaConverter }] = await Promise.all([
    import('@orpc/openapi'),
    import('@orpc/zod/zod4'),
  ]);
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const description = await generator.generate(contract, {
    info: { title: 'Relay Console', version },
    servers: [{ url: `http://127.0.0.1:${port}/api` }],
    security: [{ cookie: [], key: [] }],
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: sessionCookieName(port) },
        key: { type: 'http', scheme: 'bearer' },
      },
    },
  });
  return JSON.stringify(description);
};
