import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.resolve(import.meta.dirname, '../..');
/** Where Node keeps what it has compiled of the program, for its next start. */
const compiled = path.join(root, 'test-results/compiled');

export type RunningConsole = {
  /** Opens the console once: the link of its start. */
  link: string;
  dataDirectory: string;
  /** All that the program has written so far: its link and its log. */
  written: () => string;
  /** Ends the program and starts it on the same data; gives the link of its new start. */
  restart: () => Promise<string>;
  /** Ends the program and removes its data; `inspect` may look at what it left before. */
  stop: (inspect?: (dataDirectory: string) => void) => Promise<void>;
};

export type Prepare = (dataDirectory: string) => Promise<unknown>;

const newFolder = (): Promise<string> => mkdtemp(path.join(os.tmpdir(), 'relay-console-e2e-'));

/** What each function has filled, for as long as this process of tests lives. */
const filled = new Map<Prepare, Promise<string>>();
const templates: string[] = [];
process.once('exit', () => {
  for (const folder of templates) rmSync(folder, { recursive: true, force: true });
});

const fill = async (prepare: Prepare): Promise<string> => {
  const folder = await newFolder();
  templates.push(folder);
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

const end = async (program: ChildProcess): Promise<void> => {
  const ended = once(program, 'exit');
  program.kill();
  await ended;
};

/**
 * Starts the built program that serves pages to a browser, on a data folder of its own that `prepare` may fill first. What
 * it fills is the same for all tests that give the same function, and none of them sees what another one did to it.
 * @param environment what the program has beside the variables of the tests.
 */
export const startConsole = async (
  prepare?: Prepare,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningConsole> => {
  const dataDirectory = await createFolder(prepare);
  let written = '';
  const start = async (): Promise<{ program: ChildProcess; link: string }> => {
    const program = spawn(process.execPath, ['out/server/server.js', '--data-dir', dataDirectory], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...environment },
    });
    for (const stream of [program.stdout, program.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (written += text));
    program.stderr.pipe(process.stderr, { end: false });
    const lines = createInterface({ input: program.stdout });
    const [line] = (await once(lines, 'line')) as [string];
    return { program, link: line.replace('Relay Console: ', '') };
  };
  let running = await start();
  return {
    link: running.link,
    dataDirectory,
    written: () => written,
    restart: async () => {
      await end(running.program);
      running = await start();
      return running.link;
    },
    stop: async (inspect) => {
      await end(running.program);
      try {
        inspect?.(dataDirectory);
      } finally {
        await rm(dataDirectory, { recursive: true, force: true });
      }
    },
  };
};
