import { randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import { ValidationError } from '@orpc/contract';
import type { z } from 'zod';
import { fail, isFailure } from '../contract/failures.ts';
import { fieldIssues } from '../contract/issues.ts';
import type { Log } from './log.ts';

/** INVALID_INPUT for what cannot even be decoded: no field to point at, the fault is the input as a whole. */
export const undecodableInput = (cause: unknown) =>
  fail('INVALID_INPUT', { issues: [{ path: [], code: 'invalid', parameters: {} }] }, cause);

const invalidInput = (error: Error) => {
  const { cause } = error;
  if (!(cause instanceof ValidationError)) return undecodableInput(error);
  return fail(
    'INVALID_INPUT',
    { issues: fieldIssues(cause.issues as z.core.$ZodIssue[], cause.data) },
    error,
  );
};

/** What a cancelled call throws: the reason of its signal, an AbortError, or an error made of one of these. */
const isCancellation = (error: unknown, signal: AbortSignal): boolean =>
  error === signal.reason ||
  (error instanceof Error && (error.name === 'AbortError' || isCancellation(error.cause, signal)));

/**
 * Turns whatever an operation threw into a failure of the contract. Refused input becomes INVALID_INPUT with its
 * fields; an expected failure stays what it is; a cancelled call is CANCELLED; everything else is logged under a new
 * incident id and becomes INTERNAL, which carries that id and nothing else.
 */
export const toFailure = (error: unknown, operation: string, log: Log, signal?: AbortSignal) => {
  if (isFailure(error)) return error;
  if (signal?.aborted && isCancellation(error, signal)) return fail('CANCELLED', {}, error);
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return invalidInput(error);
  const incident = randomUUID();
  log.error('operation.failed', { incident, operation, error });
  return fail('INTERNAL', { incident }, error);
};
