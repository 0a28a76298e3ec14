import { CallError, type CallFailure } from '../api/callError.ts';

/** Reads what a call threw. Whatever a call did not throw itself is a fault of the page. */
export const asFailure = (error: unknown): CallFailure =>
  error instanceof CallError ? error.failure : { code: 'INTERNAL', data: { incident: String(error) } };
