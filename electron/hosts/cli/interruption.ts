/**
 * A signal that Ctrl+C (or a polite request to end) aborts, so that connections are closed before the program ends. A
 * second one ends the program as if nobody listened.
 */
export const interruption = (): AbortSignal => {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
};
