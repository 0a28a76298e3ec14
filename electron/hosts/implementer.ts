import { implement } from '@orpc/server';
import { contract } from '../contract/contract.ts';
import { isStream } from '../contract/stream.ts';
import type { RecordCall } from '../services/audit/auditedCall.ts';
import { createRowGates, openAuditRow } from './auditRow.ts';
import type { CallContext } from './callContext.ts';
import { demandRights } from './demandRights.ts';
import { guardStream } from './guardedStream.ts';
import type { IdentifyCaller } from './identifyCaller.ts';
import { toFailure } from './incidents.ts';
import type { Log } from './log.ts';

/** What holds while a call runs, with what came with it: its secrets stay out of the log. Gives what ends that. */
export type DuringCall = (given: unknown) => () => void;

const holdNothing: DuringCall = () => () => undefined;
const asTheDoorSays: IdentifyCaller = async (context) => context;
const recordNothing: RecordCall = async () => undefined;

/**
 * The contract with the checks that every call passes before its handler: is somebody signed in, does that person
 * hold the operation's permissions. A handler cannot be reached around them. What is thrown, at once or in the middle
 * of a stream, leaves as a failure of the contract. The row of an audited call is written before its answer leaves; a
 * handler says with `context.note` what the row is about and what has changed.
 */
export const createImplementer = (
  log: Log,
  duringCall: DuringCall = holdNothing,
  identify: IdentifyCaller = asTheDoorSays,
  record: RecordCall = recordNothing,
) => {
  const gates = createRowGates(Date.now);
  return implement(contract)
    .$context<CallContext>()
    .use(async ({ context: arrived, next, path, procedure, signal }, input) => {
      const operation = path.join('.');
      const meta = procedure['~orpc'].meta;
      const release = duringCall([input, arrived.credentials]);
      const row = openAuditRow({ operation, meta, input, record, gates, log });
      let context = arrived;
      const toError = async (error: unknown) => {
        const failure = toFailure(error, operation, log, signal);
        await row.close(context, failure.code);
        return failure;
      };
      try {
        context = await identify(arrived, meta.isUse, row.note);
        demandRights(context, meta);
        const result = await next({ context: { ...context, note: row.note } });
        if (isStream(result.output)) {
          const end = async (isRead: boolean): Promise<void> => {
            await row.close(context, isRead ? 'done' : 'CANCELLED');
            release();
          };
          return { ...result, output: guardStream(result.output, toError, end) };
        }
        await row.close(context, 'done');
        release();
        return result;
      } catch (error) {
        try {
          throw await toError(error);
        } finally {
          release();
        }
      }
    });
};

export type Implementer = ReturnType<typeof createImplementer>;
