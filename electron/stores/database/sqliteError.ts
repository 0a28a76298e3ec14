import { fail, isFailure } from '../../contract/failures.ts';
import type { SqliteFault } from './sqliteMessages.ts';

/** Primary result codes (sqlite.org/rescode.html) that stand for something outside the program. */
const systemCodes: Readonly<Record<number, string>> = {
  3: 'EACCES',
  8: 'EROFS',
  10: 'EIO',
  13: 'ENOSPC',
  14: 'EACCES',
};
const busy = 5;
const damaged: readonly number[] = [11, 26];
const uniqueConstraints: readonly number[] = [2067, 1555];

/** What SQLite refused and no failure of the contract stands for: a constraint, or a mistake of ours. */
export class SqliteError extends Error {
  override readonly name = 'SqliteError';
  readonly code: number | null;

  constructor({ message, code }: SqliteFault) {
    super(message);
    this.code = code;
  }
}

/** True when a row was refused because another one has its unique value. */
export const isTaken = (error: unknown): boolean =>
  error instanceof SqliteError && error.code !== null && uniqueConstraints.includes(error.code);

/** True for the failure that tells that the file is damaged. */
export const isDamage = (error: unknown): boolean => isFailure(error) && error.code === 'DATABASE_UNREADABLE';

/** The failure of the contract that a fault stands for: STORAGE_FAILED, BUSY or DATABASE_UNREADABLE; else SqliteError. */
export const toError = (fault: SqliteFault, file: string): Error => {
  const cause = new SqliteError(fault);
  /** The lowest byte of an extended code is the primary one. */
  const primary = (fault.code ?? 0) & 0xff;
  if (primary === busy) return fail('BUSY', {}, cause);
  if (damaged.includes(primary)) return fail('DATABASE_UNREADABLE', { file }, cause);
  const systemCode = systemCodes[primary];
  return systemCode === undefined ? cause : fail('STORAGE_FAILED', { systemCode, file }, cause);
};
