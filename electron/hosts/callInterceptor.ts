import { ORPCError } from '@orpc/server';
import type { StandardHandlerOptions } from '@orpc/server/standard';
import { fail } from '../contract/failures.ts';
import type { CallContext } from './callContext.ts';
import { toFailure, undecodableInput } from './incidents.ts';
import type { Log } from './log.ts';

type Interceptor = NonNullable<StandardHandlerOptions<CallContext>['interceptors']>[number];

/**
 * What surrounds every call that arrives over a wire, before its operation is known: a name that is none becomes
 * UNKNOWN_OPERATION, a request that cannot be decoded INVALID_INPUT; no code leaves that the contract does not list.
 */
export const createCallInterceptor =
  (log: Log): Interceptor =>
  async (options) => {
    const operation = options.request.url.pathname;
    try {
      const result = await options.next();
      if (!result.matched) throw fail('UNKNOWN_OPERATION', {});
      return result;
    } catch (error) {
      if (error instanceof ORPCError) throw toFailure(error, operation, log, options.request.signal);
      /** Operations throw failures only (see `implementer.ts`): what else is thrown here comes from decoding. */
      log.error('call.undecodable', { operation, error });
      throw undecodableInput(error);
    }
  };
