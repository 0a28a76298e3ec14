import { randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import { ValidationError } from '@orpc/contract';
import type { z } from 'zod';
import { fail, isFailure } from '../contract/failures.ts';
import { fieldIssues } from '../contract/issues.ts';
import type { Log } from './log.ts';

/**
 * Turns whatever an operation threw into a failure of the contract. Refused input becomes INVALID_INPUT with its
 * fields; an expected failure stays what it is; everything else is logged under a new incident id and becomes
 * INTERNAL, which carries that id and nothing else.
 */
export const toFailure = (error: unknown, operation: string, log: Log, signal?: AbortSignal): unknown => {
  if (isFailure(error)) return error;
  if (signal?.aborted) return fail('CANCELLED', {}, error);
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    const issues = error.cause instanceof ValidationError ? (error.cause.issues as z.core.$ZodIssue[]) : [];
    return fail('INVALID_INPUT', { issues: fieldIssues(issues) }, error);
  }
  const incident = randomUUID();
  log.error('operation.failed', { incident, operation, error });
  return fail('INTERNAL', { incident }, error);
};
