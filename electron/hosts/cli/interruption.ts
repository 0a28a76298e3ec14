import { exitCodes } from './exitCode.ts';

/**
 * A signal that Ctrl+C (or a polite request to end) aborts, so that connections are closed before the program ends. A
 * second one ends the program at once. The listener stays for good: a library that cleans up on signals kills the
 * process as soon as it is the only one that listens.
 */
export const interruption = (): AbortSignal => {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, interrupt);
  return controller.signal;
};
