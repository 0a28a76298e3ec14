import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
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

export type Prepare = (dataDirectory: string) => Promise<unknown>;

const newFolder = (): Promise<string> => mkdtemp(path.join(os.tmpdir(), 'relay-console-e2e-'));

/** What each function has filled, for as long as this process of tests lives. */
const filled = new Map<Prepare, Promise<string>>();

const fill = async (prepare: Prepare): Promise<string> => {
  const folder = await newFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await prepare(folder);
  return folder;
};

/** A function that was given before is not run again: its folder is copied. */
const createFolder = async (prepare: Prepare | undefined): Promise<string> => {
  const folder = await newFolder();
  if (prepare === undefined) return folder;
  const template = filled.get(prepare) ?? fill(prepare);
  filled.set(prepare, template);
  await cp(await template, folder, { recursive: true, preserveTimestamps: true });
  return folder;
};

/**
 * Starts the built program that serves pages to a browser, on a data folder of its own that `prepare` may fill first. What
 * it fills is the same for all tests that give the same function, and none of them sees what another one did to it.
 */
export const startConsole = async (prepare?: Prepare): Promise<RunningConsole> => {
  const dataDirectory = await createFolder(prepare);
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
