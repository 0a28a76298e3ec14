import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.resolve(import.meta.dirname, '../..');

export type RunningConsole = {
  /** Opens the console once: the link of its start. */
  link: string;
  dataDirectory: string;
  /** All that the program has written so far: its link and its log. */
  written: () => string;
  /** Ends the program and removes its data. */
  stop: () => Promise<void>;
};

/** Starts the built program that serves pages to a browser, on a data folder of its own that `prepare` may fill first. */
export const startConsole = async (
  prepare: (dataDirectory: string) => Promise<unknown> = async () => undefined,
): Promise<RunningConsole> => {
  const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'relay-console-e2e-'));
  await prepare(dataDirectory);
  const program = spawn(process.execPath, ['out/server/server.js', '--data-dir', dataDirectory], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [program.stdout, program.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (written += text));
  program.stderr.pipe(process.stderr, { end: false });
  const lines = createInterface({ input: program.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  return {
    link: line.replace('Relay Console: ', ''),
    dataDirectory,
    written: () => written,
    stop: async () => {
      const ended = once(program, 'exit');
      program.kill();
      await ended;
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
};
