import { implement } from '@orpc/server';
import { contract } from '../contract/contract.ts';
import { fail } from '../contract/failures.ts';
import type { CallContext } from './callContext.ts';
import { toFailure } from './incidents.ts';
import type { Log } from './log.ts';

/**
 * The contract with the checks that every call passes before its handler: is somebody signed in, does that person
 * hold the operation's permission. A handler cannot be reached around them. What is thrown leaves as a failure of
 * the contract; commands are logged with user, door and result.
 */
export const createImplementer = (log: Log) =>
  implement(contract)
    .$context<CallContext>()
    .use(async ({ context, next, path, procedure, signal }) => {
      const operation = path.join('.');
      const { permission, audited } = procedure['~orpc'].meta;
      const record = (result: string) =>
        audited &&
        log.info('operation.called', { operation, user: context.user, door: context.door, result });
      try {
        if (context.permissions === null) throw fail('NOT_SIGNED_IN', {});
        if (permission !== null && !context.permissions.has(permission))
          throw fail('NOT_ALLOWED', { permission });
        const result = await next();
        record('done');
        return result;
      } catch (error) {
        const failure = toFailure(error, operation, log, signal);
        record(failure instanceof Error && 'code' in failure ? String(failure.code) : 'INTERNAL');
        throw failure;
      }
    });

export type Implementer = ReturnType<typeof createImplementer>;
