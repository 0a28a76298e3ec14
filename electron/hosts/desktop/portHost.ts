import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { CallContext } from '../callContext.ts';
import { createCallInterceptor } from '../callInterceptor.ts';
import type { Log } from '../log.ts';

/** A message port as Electron's main process and worker_threads have it. */
export type ServedPort = Parameters<RPCHandler<CallContext>['upgrade']>[0] & { start(): void };

/** Gives the function that answers the calls arriving on a port until it closes; closing ends what still runs. */
export const createPortHost = (router: AnyRouter, context: CallContext, log: Log) => {
  const handler = new RPCHandler<CallContext>(router, { interceptors: [createCallInterceptor(log)] });
  return (port: ServedPort): void => {
    handler.upgrade(port, { context });
    port.start();
  };
};
