import { decodeText, decodeWholeText } from '../../protocols/text/decodeText.ts';
import type { Invocation } from './command.ts';
import { openRegularFile } from './openRegularFile.ts';
import { type LimitedInput, readAtMost } from './readAtMost.ts';
import { UsageError } from './usageError.ts';

type Source = Pick<Invocation, 'terminal' | 'signal'>;

/** As much as one call over HTTP may hold. */
const longestDocument = 1024 * 1024;

const open = async (file: string, { terminal, signal }: Source): Promise<AsyncIterable<Uint8Array>> =>
  file === '-' ? terminal.input(signal) : (await openRegularFile(file)).createReadStream({ signal });

const readBytes = async (file: string, source: Source, limit: number): Promise<LimitedInput> => {
  try {
    return await readAtMost(await open(file, source), limit);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(reason === 'EINVAL' ? 'noRegularFile' : 'fileUnreadable', { file, reason }, error);
  }
};

/**
 * The first `limit` bytes of a file as text, whatever can be read of it; `-` is standard input. Throws UsageError with the system's
 * reason.
 */
export const readBeginning = async (
  file: string,
  source: Source,
  limit: number,
): Promise<{ text: string; isWhole: boolean }> => {
  const { bytes, isWhole } = await readBytes(file, source, limit);
  return { text: decodeText(bytes), isWhole };
};

/**
 * A file that an option names, whole; `-` is standard input. Throws UsageError, also when it is over 1 MiB, or neither UTF-8 nor
 * UTF-16: it may hold a password, and one that was read wrongly would be sent.
 */
export const readGivenText = async (file: string, source: Source): Promise<string> => {
  const { bytes, isWhole } = await readBytes(file, source, longestDocument);
  if (!isWhole) throw new UsageError('inputTooLong', { file });
  const text = decodeWholeText(bytes);
  if (text === null) throw new UsageError('otherEncoding', { file });
  return text;
};
