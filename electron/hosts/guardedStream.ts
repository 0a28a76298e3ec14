import { AsyncIteratorClass } from '@orpc/server';
import type { Stream } from '../contract/stream.ts';

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
