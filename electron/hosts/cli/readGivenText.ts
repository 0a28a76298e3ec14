import { readFile } from 'node:fs/promises';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usageError.ts';

/** Reads a file that an option names; `-` is standard input. Throws UsageError with the system's reason. */
export const readGivenText = async (file: string, terminal: Terminal): Promise<string> => {
  if (file === '-') return terminal.readInput();
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError('fileUnreadable', { file, reason }, error);
  }
};
