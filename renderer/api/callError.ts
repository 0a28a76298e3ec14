import { ORPCError } from '@orpc/client';
import { failures, type FailureCode, type FailureData } from '../../electron/contract/failures.ts';

type ContractFailure = { [Code in FailureCode]: { code: Code; data: FailureData<Code> } }[FailureCode];

/** Why a call failed: a failure of the contract, or UNREACHABLE when the program did not answer as ours does. */
export type CallFailure = ContractFailure | { code: 'UNREACHABLE'; data: undefined };

/** The one shape of everything that a call can throw, over every door. Narrow by `failure.code`. */
export class CallError extends Error {
  readonly failure: CallFailure;

  constructor(failure: CallFailure, cause?: unknown) {
    super(failure.code, { cause });
    this.name = 'CallError';
    this.failure = failure;
  }

  get code(): CallFailure['code'] {
    return this.failure.code;
  }
}

const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(failures, code);

/** A failure whose data is not what the contract says comes from something that is not our program. */
const fromWire = ({ code, data }: ORPCError<string, unknown>): CallFailure => {
  if (isFailureCode(code)) {
    const parsed = failures[code].data.safeParse(data);
    if (parsed.success) return { code, data: parsed.data } as ContractFailure;
  }
  return { code: 'UNREACHABLE', data: undefined };
};

/** Each transport fails and is cancelled in its own way; this gives all of them the same shape. */
export const toCallError = (error: unknown, signal: AbortSignal | undefined): CallError => {
  if (error instanceof CallError) return error;
  if (signal?.aborted) return new CallError({ code: 'CANCELLED', data: {} }, error);
  if (error instanceof ORPCError) return new CallError(fromWire(error as ORPCError<string, unknown>), error);
  return new CallError({ code: 'UNREACHABLE', data: undefined }, error);
};
