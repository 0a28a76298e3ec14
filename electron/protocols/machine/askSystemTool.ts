import { abortReason } from '../../concurrency/abortReason.ts';
import { errorCode } from '../net/connectionError.ts';
import { decodeText } from '../text/decodeText.ts';
import type { UnknownJoinReason } from './machineJoin.ts';
import type { RunProgram } from './runProgram.ts';

export type SystemTool<Source extends string> = { program: string; args: readonly string[]; source: Source };

export type ToolParts = {
  run: RunProgram;
  /** How long a tool may take, in milliseconds. */
  limitMs: number;
};

/** What a tool said, or why it said nothing. */
export type ToolText<Source extends string> =
  { text: string } | { known: false; reason: UnknownJoinReason; source: Source; words: string };

/** Windows writes UTF-16 into pipes too, without a mark: then the second byte of ASCII is 0. */
const decode = (bytes: Buffer): string => (bytes[1] === 0 ? bytes.toString('utf16le') : decodeText(bytes));

const missing = new Set(['ENOENT', 'EACCES']);

/**
 * Runs a tool of the system that tells of this machine. That it is not there, fails or takes too long is an
 * answer. Throws the reason of the signal.
 */
export const askSystemTool = async <Source extends string>(
  { program, args, source }: SystemTool<Source>,
  { run, limitMs }: ToolParts,
  signal: AbortSignal,
): Promise<ToolText<Source>> => {
  const limit = AbortSignal.timeout(limitMs);
  try {
    const { exitCode, output } = await run(program, args, AbortSignal.any([signal, limit]));
    const text = decode(output).trim();
    if (exitCode === 0) return { text };
    return { known: false, reason: 'failed', source, words: `${exitCode} ${text}`.trim() };
  } catch (error) {
    if (signal.aborted) throw abortReason(signal);
    if (limit.aborted) return { known: false, reason: 'timedOut', source, words: '' };
    const code = errorCode(error);
    if (code === null) throw error;
    return { known: false, reason: missing.has(code) ? 'toolMissing' : 'failed', source, words: code };
  }
};
