import { fail } from '../../contract/failures.ts';

/** The operating system's name for what it refused (`ENOSPC`, `EACCES` …); null when it was not the system. */
export const systemCodeOf = (error: unknown): string | null =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;

/** Runs `work` on `file`. What the system refuses meanwhile becomes STORAGE_FAILED, with its code and this file. */
export const storing = async <Result>(file: string, work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    const systemCode = systemCodeOf(error);
    if (systemCode === null) throw error;
    throw fail('STORAGE_FAILED', { systemCode, file }, error);
  }
};
