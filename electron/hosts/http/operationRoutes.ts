import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/node';
import type { CallContext } from '../callContext.ts';
import { createCallInterceptor } from '../callInterceptor.ts';
import type { Log } from '../log.ts';

/** A request whose body has been read and parsed; oRPC takes it from `body` instead of reading the stream. */
export type ParsedRequest = IncomingMessage & { body: unknown };

/** Answers a call below one path, to the end. */
export type OperationRoute = (
  request: ParsedRequest,
  response: ServerResponse,
  context: CallContext,
) => Promise<void>;

/** `POST /rpc/area/operation`: the protocol of our own client. */
export const createRpcRoute = (router: AnyRouter, log: Log): OperationRoute => {
  const handler = new RPCHandler<CallContext>(router, { interceptors: [createCallInterceptor(log)] });
  return async (request, response, context) => {
    await handler.handle(request, response, { prefix: '/rpc', context });
  };
};
