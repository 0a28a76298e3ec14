import { type FailureCode, isFailure } from '../../contract/failures.ts';

/** What the program tells the shell; 70 as in sysexits.h (EX_SOFTWARE), 130 as shells say of Ctrl+C (128 + SIGINT). */
export const exitCodes = {
  passed: 0,
  failed: 1,
  badInput: 2,
  notAllowed: 3,
  due: 4,
  internal: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const notAllowed: readonly FailureCode[] = [
  'NOT_SIGNED_IN',
  'SIGN_IN_REFUSED',
  'DIRECTORY_SIGN_IN_REFUSED',
  'NOT_ALLOWED',
  'ADMINISTRATOR_REQUIRED',
  'WRONG_PASSPHRASE',
  'VAULT_LOCKED',
  'SECRET_UNREADABLE',
  'PROTECTION_UNAVAILABLE',
  'READ_ONLY',
  'DATABASE_UNREADABLE',
];

const failed: readonly FailureCode[] = ['DIRECTORY_UNREACHABLE'];

const internal: readonly FailureCode[] = ['STORAGE_FAILED', 'BUSY', 'INTERNAL'];

/** The exit code for whatever a command threw. */
export const exitCodeOf = (error: unknown): ExitCode => {
  if (!isFailure(error) || internal.includes(error.code)) return exitCodes.internal;
  if (error.code === 'CANCELLED') return exitCodes.interrupted;
  if (failed.includes(error.code)) return exitCodes.failed;
  return notAllowed.includes(error.code) ? exitCodes.notAllowed : exitCodes.badInput;
};
