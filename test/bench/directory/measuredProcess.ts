import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readIfPresent } from '../../lab/readIfPresent.ts';

/** A program that has run to its end. */
export type MeasuredProcess = {
  /** From its start to its end. */
  ms: number;
  /** The most memory that it had at a time (VmHWM, proc(5)). */
  peakMib: number;
  output: string;
};

export type ProgramRun = {
  program: string;
  parameters: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** False: what it prints goes to /dev/null. */
  keepsOutput?: boolean;
};

/** The peak only grows, so that the last look at it is at most this old. */
const lookMs = 5;

const peakOf = (processId: number): number => {
  const status = readIfPresent(() => readFileSync(`/proc/${processId}/status`, 'utf8')) ?? '';
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_024;
};

/** Runs a program on Linux and looks at its memory meanwhile. Throws Error with its own words when it fails. */
export const runMeasured = async ({
  program,
  parameters,
  environment = {},
  keepsOutput = false,
}: ProgramRun): Promise<MeasuredProcess> => {
  const startedAt = performance.now();
  const running = spawn(program, parameters, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', keepsOutput ? 'pipe' : 'ignore', 'pipe'],
  });
  const [output, words]: [Buffer[], Buffer[]] = [[], []];
  running.stdout?.on('data', (piece: Buffer) => output.push(piece));
  running.stderr?.on('data', (piece: Buffer) => words.push(piece));
  let peakMib = 0;
  const looking = setInterval(() => {
    peakMib = Math.max(peakMib, running.pid === undefined ? 0 : peakOf(running.pid));
  }, lookMs);
  try {
    const [code] = (await once(running, 'close')) as [number | null];
    if (code !== 0) throw new Error(`${program} ended with ${code}: ${Buffer.concat(words).toString()}`);
  } finally {
    clearInterval(looking);
  }
  return { ms: performance.now() - startedAt, peakMib, output: Buffer.concat(output).toString() };
};
