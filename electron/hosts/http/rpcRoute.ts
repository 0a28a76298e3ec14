import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/node';
import type { CallContext } from '../callContext.ts';
import { createCallInterceptor } from '../callInterceptor.ts';
import type { Log } from '../log.ts';
import type { OperationRoute } from './callAnswer.ts';

/** `POST /rpc/area/operation`: the protocol of our own client. */
export const createRpcRoute = (router: AnyRouter, log: Log): OperationRoute => {
  const handler = new RPCHandler<CallContext>(router, { interceptors: [createCallInterceptor(log)] });
  return async (request, response, context) => {
    await handler.handle(request, response, { prefix: '/rpc', context });
  };
};
