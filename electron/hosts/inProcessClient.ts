import { createORPCClient, type ClientLink } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { type AnyRouter, call, isProcedure } from '@orpc/server';
import type { contract } from '../contract/contract.ts';
import { fail } from '../contract/failures.ts';
import type { CallContext } from './callContext.ts';

/** Every operation of the contract as a function. Throws failures of the contract (`isFailure`). */
export type InProcessClient = ContractRouterClient<typeof contract>;

const step = (node: unknown, name: string): unknown =>
  typeof node === 'object' && node !== null && !isProcedure(node) && Object.hasOwn(node, name)
    ? (node as Record<string, unknown>)[name]
    : undefined;

/**
 * Calls operations by path, in this process, with the checks that a call over a wire passes. A name that is none,
 * `constructor` for example, is UNKNOWN_OPERATION.
 */
export const createInProcessLink = (
  router: AnyRouter,
  context: CallContext,
): ClientLink<Record<never, never>> => ({
  async call(path, input, { signal }) {
    const procedure = path.reduce(step, router as unknown);
    if (!isProcedure(procedure)) throw fail('UNKNOWN_OPERATION', {});
    return call(procedure, input, { context, path, ...(signal ? { signal } : {}) });
  },
});

/** The typed client of the program itself: the same router as behind the doors, without a wire. */
export const createInProcessClient = (app: { router: AnyRouter }, context: CallContext): InProcessClient =>
  createORPCClient(createInProcessLink(app.router, context));
