import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LabKeeper } from './labKeeper.ts';
import { killIfRunning, waitForGroupEnd } from './labProcesses.ts';
import type { LogFile } from './logFile.ts';

/** A server program to run in the foreground. */
export type ServerProgram = {
  readonly program: string;
  readonly parameters: readonly string[];
  /** File that takes what the program prints itself, mostly why it would not start. */
  readonly outputPath: string;
  /** The server's own log. */
  readonly log: LogFile;
  /** Waits until all its ports are open; ends early with the signal's reason. */
  readonly untilReady: (signal: AbortSignal) => Promise<unknown>;
  /** Ends the server should this process end first. */
  readonly keeper: LabKeeper;
  /** Left out: that of this process. */
  readonly environment?: NodeJS.ProcessEnv;
};

/** A running server with all the processes that it has started. */
export type ServerProcess = {
  /** Process id of the first process and id of the process group of all. */
  readonly processId: number;
  /** Ends all processes; they are gone when the promise settles. Calling it again does nothing. */
  stop(): Promise<void>;
};

function launch({ program, parameters, outputPath, environment }: ServerProgram): ChildProcess {
  const output = openSync(outputPath, 'a');
  try {
    // Inside the lab, so that the sweep of stale labs finds also a server that rewrites its command line.
    const cwd = path.dirname(outputPath);
    const stdio = ['ignore', output, output] as const;
    return spawn(program, parameters, { cwd, detached: true, stdio: [...stdio], env: environment });
  } finally {
    closeSync(output);
  }
}

/**
 * Starts a server as leader of its own process group and waits until it is ready.
 * @throws Error with the program's output when it ends instead of getting ready, or what `untilReady` throws; it is gone then.
 */
export async function startServerProcess(server: ServerProgram): Promise<ServerProcess> {
  const child = launch(server);
  await once(child, 'spawn');
  const processId = Number(child.pid);
  server.keeper.guard(processId);
  const ended = once(child, 'exit');
  const endedEarly = new AbortController();
  const onExit = (): void => {
    const output = readFileSync(server.outputPath, 'utf8');
    endedEarly.abort(
      new Error(`${server.program} ended while starting: ${output} ${server.log.lines().join('\n')}`),
    );
  };
  child.once('exit', onExit);
  const stop = async (): Promise<void> => {
    killIfRunning(-processId);
    await ended;
    await waitForGroupEnd(processId);
  };
  try {
    await server.untilReady(endedEarly.signal);
  } catch (error) {
    await stop();
    throw error;
  }
  child.off('exit', onExit);
  return { processId, stop };
}
