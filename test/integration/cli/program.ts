import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const root = path.resolve(import.meta.dirname, '../../..');

export const launcher = path.join(root, 'build/relay-console.js');

/** What `buildCommandLine.ts` has built. */
export const commandLine = path.join(root, 'out/cli/cli.js');

export type Ended = { exitCode: number | null; output: string; faults: string };

export type RunOptions = {
  /** All of standard input; null leaves it open, for the caller to write to. */
  input?: string | Uint8Array | null;
  environment?: Record<string, string>;
};

const environmentOf = (own: Record<string, string> = {}): NodeJS.ProcessEnv => {
  const { PATH, HOME, TMPDIR } = process.env;
  const NODE_COMPILE_CACHE = path.join(root, 'test-results/compiled');
  return { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE, LANG: 'C', ...own };
};

/** Starts the real program in a process of its own, without the caller's settings of language and data folder. */
export const startProgram = (args: readonly string[], options: RunOptions = {}) => {
  const child = spawn(process.execPath, [commandLine, ...args], { env: environmentOf(options.environment) });
  /** A program that has read enough closes the pipe. */
  child.stdin.on('error', () => undefined);
  if (options.input !== null) child.stdin.end(options.input ?? '');
  const faults = text(child.stderr);
  const ended = once(child, 'close').then(() => child.exitCode);
  return { child, faults, ended };
};

/** Runs the real program to its end. */
export const runProgram = async (args: readonly string[], options?: RunOptions): Promise<Ended> => {
  const { child, faults, ended } = startProgram(args, options);
  const output = await text(child.stdout);
  return { output, faults: await faults, exitCode: await ended };
};

/** The lines of an output as JSON. */
export const jsonLines = (output: string): unknown[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

/** A data folder of its own, with what removes it. */
export const temporaryFolder = async (): Promise<{ folder: string; remove: () => Promise<void> }> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'relay-console-cli-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};
