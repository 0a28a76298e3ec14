import { abortReason } from '../net/abortReason.ts';
import { errorCode } from '../net/connectionError.ts';
import { decodeText } from '../text/decodeText.ts';
import type { JoinSource, MachineJoin } from './machineJoin.ts';
import type { RunProgram } from './runProgram.ts';

export type SystemTool = { program: string; args: readonly string[]; source: JoinSource };

export type ToolParts = {
  run: RunProgram;
  /** How long a tool may take, in milliseconds. */
  limitMs: number;
};

/** What a tool said, or why it said nothing. */
export type ToolText = { text: string } | Extract<MachineJoin, { known: false }>;

/** Windows writes UTF-16 into pipes too, without a mark: then the second byte of ASCII is 0. */
const decode = (bytes: Buffer): string => (bytes[1] === 0 ? bytes.toString('utf16le') : decodeText(bytes));

const missing = new Set(['ENOENT', 'EACCES']);

/**
 * Runs a tool of the system that tells of this machine's domain. That it is not there, fails or takes too long is an
 * answer. Throws the reason of the signal.
 */
export const askSystemTool = async (
  { program, args, source }: SystemTool,
  { run, limitMs }: ToolParts,
  signal: AbortSignal,
): Promise<ToolText> => {
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
