import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Check } from './checks.ts';

type Ended = { passed: boolean; output: string };

const runQuietly = ({ command }: Check): Promise<Ended> => {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ passed: false, output: `${output}${error.message}\n` }));
    child.once('close', (code) => resolve({ passed: code === 0, output }));
  });
};

export type Surroundings = {
  /** How many run at a time; as many as there are processors when left out. */
  atOnce?: number;
  /** Is given what a check said; standard output when left out. */
  write?: (text: string) => void;
};

/**
 * Runs checks that do not need each other, begun in the order given; what each one says is written in one piece when it
 * has ended. Gives for each whether it passed, as they end.
 */
export const runTogether = async (
  checks: readonly Check[],
  { atOnce = availableParallelism(), write = (text) => void process.stdout.write(text) }: Surroundings = {},
): Promise<boolean[]> => {
  const results: boolean[] = [];
  const waiting = [...checks];
  const runNext = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { passed, output } = await runQuietly(check);
      write(`\n── ${check.name}\n${output}`);
      results.push(passed);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runNext));
  return results;
};
