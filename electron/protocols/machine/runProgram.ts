import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { abortReason } from '../../concurrency/abortReason.ts';

export type ProgramOutput = { exitCode: number; output: Buffer };
/** `faults`: what it wrote to standard error. */
export type WholeOutput = ProgramOutput & { faults: Buffer };

/**
 * Runs a program of the system and gives what it wrote, also when it failed. Throws the system's error when it cannot be
 * run (ENOENT: it is not there), and the reason of the signal, which ends it.
 */
export type RunProgram = (
  program: string,
  args: readonly string[],
  signal: AbortSignal,
) => Promise<ProgramOutput>;

/** Far more than any of them writes. */
export const maximumOutputBytes = 1_048_576;

const execute = promisify(execFile);

/** What a program that ended with another code than 0 had written; null: it was not that. */
export const failedOutput = (error: unknown): WholeOutput | null => {
  if (!(error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error)) return null;
  const { code, stdout, stderr } = error;
  if (typeof code !== 'number' || !Buffer.isBuffer(stdout) || !Buffer.isBuffer(stderr)) return null;
  return { exitCode: code, output: stdout, faults: stderr };
};

/** In English wherever a program can say things in several languages. */
export const runProgram: RunProgram = async (program, args, signal) => {
  const options = { encoding: 'buffer', windowsHide: true, maxBuffer: maximumOutputBytes, signal } as const;
  try {
    const { stdout } = await execute(program, [...args], {
      ...options,
      env: { ...process.env, LC_ALL: 'C' },
    });
    return { exitCode: 0, output: stdout };
  } catch (error) {
    if (signal.aborted) throw abortReason(signal);
    const failed = failedOutput(error);
    if (failed === null) throw error;
    return failed;
  }
};
