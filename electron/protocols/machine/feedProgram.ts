import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { abortReason } from '../../concurrency/abortReason.ts';
import { type WholeOutput, failedOutput, maximumOutputBytes } from './runProgram.ts';

/**
 * Runs a program of the system that reads `input` from its standard input, and gives what it wrote, also when it failed. Throws the
 * system's error when it cannot be run (ENOENT: it is not there), and the reason of the signal, which ends it.
 */
export type FeedProgram = (
  program: string,
  args: readonly string[],
  input: string,
  signal: AbortSignal,
) => Promise<WholeOutput>;

const execute = promisify(execFile);

export const feedProgram: FeedProgram = async (program, args, input, signal) => {
  const options = { encoding: 'buffer', windowsHide: true, maxBuffer: maximumOutputBytes, signal } as const;
  const running = execute(program, [...args], options);
  // A program that ends before it has read all says why by what it wrote.
  running.child.stdin?.on('error', () => undefined);
  running.child.stdin?.end(input);
  try {
    const { stdout, stderr } = await running;
    return { exitCode: 0, output: stdout, faults: stderr };
  } catch (error) {
    if (signal.aborted) throw abortReason(signal);
    const failed = failedOutput(error);
    if (failed === null) throw error;
    return failed;
  }
};
