import { AsyncIteratorClass } from '@orpc/server';

type Stream = AsyncIterator<unknown, unknown, void>;

/** True for what a task gives back. */
export const isStream = (output: unknown): output is Stream =>
  typeof output === 'object' && output !== null && 'next' in output && Symbol.asyncIterator in output;

/**
 * The same stream, with errors turned by `toError` and `onEnd` called once when it is over: finished, failed, or
 * given up by its reader.
 */
export const guardStream = (stream: Stream, toError: (error: unknown) => unknown, onEnd: () => void) =>
  new AsyncIteratorClass(
    async () => {
      try {
        return await stream.next();
      } catch (error) {
        throw toError(error);
      }
    },
    async (reason) => {
      onEnd();
      if (reason !== 'next') await stream.return?.();
    },
  );
