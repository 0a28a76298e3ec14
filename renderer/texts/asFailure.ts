import { type FailureCode, isFailure } from '../../electron/contract/failures.ts';

export type Failure = { code: FailureCode | 'CONNECTION_LOST'; data: Record<string, unknown> };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * Reads what a call threw: a refusal of the contract as it is; anything else means that the program behind the page
 * did not answer (ended, restarted, or the connection to it broke).
 */
export const asFailure = (error: unknown): Failure =>
  isFailure(error)
    ? { code: error.code, data: isRecord(error.data) ? error.data : {} }
    : { code: 'CONNECTION_LOST', data: {} };
