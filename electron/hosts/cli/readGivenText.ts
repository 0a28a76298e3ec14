import { createReadStream } from 'node:fs';
import { decodeText } from '../../protocols/text/decodeText.ts';
import type { Invocation } from './command.ts';
import { readAtMost } from './readAtMost.ts';
import { UsageError } from './usageError.ts';

type Source = Pick<Invocation, 'terminal' | 'signal'>;

/** As much as one call over HTTP may hold. */
const longestDocument = 1024 * 1024;

const open = (file: string, { terminal, signal }: Source): AsyncIterable<Uint8Array> =>
  file === '-' ? terminal.input(signal) : createReadStream(file, { signal });

/** The first `limit` bytes of a file as text; `-` is standard input. Throws UsageError with the system's reason. */
export const readBeginning = async (
  file: string,
  source: Source,
  limit: number,
): Promise<{ text: string; isWhole: boolean }> => {
  try {
    const { bytes, isWhole } = await readAtMost(open(file, source), limit);
    return { text: decodeText(bytes), isWhole };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError('fileUnreadable', { file, reason }, error);
  }
};

/** A file that an option names, whole; `-` is standard input. Throws UsageError, also when it is over 1 MiB. */
export const readGivenText = async (file: string, source: Source): Promise<string> => {
  const { text, isWhole } = await readBeginning(file, source, longestDocument);
  if (!isWhole) throw new UsageError('inputTooLong', { file });
  return text;
};
