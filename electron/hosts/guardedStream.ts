import { AsyncIteratorClass } from '@orpc/server';
import type { Stream } from '../contract/stream.ts';

/**
 * The same stream, with errors turned by `toError` and `onEnd` called once when it is over and its work has ended; `isRead`
 * false: its reader gave it up before its end.
 */
export const guardStream = (
  stream: Stream,
  toError: (error: unknown) => Promise<unknown>,
  onEnd: (isRead: boolean) => Promise<void>,
) =>
  new AsyncIteratorClass(
    async () => {
      try {
        return await stream.next();
      } catch (error) {
        throw await toError(error);
      }
    },
    async (reason) => {
      try {
        if (reason !== 'next') await stream.return?.();
      } finally {
        await onEnd(reason === 'next');
      }
    },
  );
