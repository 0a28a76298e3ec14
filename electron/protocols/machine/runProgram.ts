import { execFile } from 'node:child_process';
import { abortReason } from '../net/abortReason.ts';

export type ProgramOutput = { exitCode: number; output: Buffer };

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
const maximumOutputBytes = 1_048_576;

/** In English wherever a program can say things in several languages. */
export const runProgram: RunProgram = (program, args, signal) =>
  new Promise((resolve, reject) => {
    const options = {
      ...({ encoding: 'buffer', windowsHide: true, maxBuffer: maximumOutputBytes, signal } as const),
      env: { ...process.env, LC_ALL: 'C' },
    };
    execFile(program, [...args], options, (error, output) => {
      if (signal.aborted) reject(abortReason(signal));
      else if (error === null) resolve({ exitCode: 0, output });
      else if (typeof error.code === 'number') resolve({ exitCode: error.code, output });
      else reject(error);
    });
  });
