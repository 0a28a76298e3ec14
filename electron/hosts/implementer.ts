import { implement } from '@orpc/server';
import { contract } from '../contract/contract.ts';
import { isStream } from '../contract/stream.ts';
import type { CallContext } from './callContext.ts';
import { demandRights } from './demandRights.ts';
import { guardStream } from './guardedStream.ts';
import type { IdentifyCaller } from './identifyCaller.ts';
import { toFailure } from './incidents.ts';
import type { Log } from './log.ts';

/** Keeps the secrets of a call's input out of the log while it runs; gives what ends that. */
export type HoldSecrets = (input: unknown) => () => void;

const holdNothing: HoldSecrets = () => () => undefined;
const asTheDoorSays: IdentifyCaller = async (context) => context;

/**
 * The contract with the checks that every call passes before its handler: is somebody signed in, does that person
 * hold the operation's permissions. A handler cannot be reached around them. What is thrown, at once or in the middle
 * of a stream, leaves as a failure of the contract; commands are logged with user, door and result.
 */
export const createImplementer = (
  log: Log,
  holdSecrets: HoldSecrets = holdNothing,
  identify: IdentifyCaller = asTheDoorSays,
) =>
  implement(contract)
    .$context<CallContext>()
    .use(async ({ context: arrived, next, path, procedure, signal }, input) => {
      const operation = path.join('.');
      const meta = procedure['~orpc'].meta;
      const release = holdSecrets(input);
      let context = arrived;
      const record = (result: string): void => {
        if (!meta.audited) return;
        log.info('operation.called', { operation, user: context.user, door: context.door, result });
      };
      const toError = (error: unknown) => {
        const failure = toFailure(error, operation, log, signal);
        record(failure.code);
        return failure;
      };
      try {
        context = await identify(arrived);
        demandRights(context, meta);
        const result = await next({ context });
        record('done');
        if (isStream(result.output))
          return { ...result, output: guardStream(result.output, toError, release) };
        release();
        return result;
      } catch (error) {
        try {
          throw toError(error);
        } finally {
          release();
        }
      }
    });

export type Implementer = ReturnType<typeof createImplementer>;
