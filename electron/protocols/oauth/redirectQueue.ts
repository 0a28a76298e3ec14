import { abortReason } from '../../concurrency/abortReason.ts';

/** A port belongs to the whole process, whoever asks; a port that nobody waits for is not in here. */
const lastOf = new Map<number, Promise<void>>();

const ended = (turn: Promise<void>, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const onAbort = (): void => reject(abortReason(signal));
    signal.addEventListener('abort', onAbort, { once: true });
    void turn.then(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
  });

/**
 * Does `work` when all that was asked of this port before has ended; `onWait` is told when that is not now. Throws the signal's reason, or what `work` throws.
 */
export const inTurnOfPort = async <Result>(
  port: number,
  { signal, onWait }: { signal: AbortSignal; onWait?: (() => void) | undefined },
  work: () => Promise<Result>,
): Promise<Result> => {
  signal.throwIfAborted();
  if (lastOf.has(port)) onWait?.();
  const before = lastOf.get(port) ?? Promise.resolve();
  const own = Promise.withResolvers<void>();
  const turn = before.then(() => own.promise);
  lastOf.set(port, turn);
  try {
    await ended(before, signal);
    return await work();
  } finally {
    own.resolve();
    void turn.then(() => {
      if (lastOf.get(port) === turn) lastOf.delete(port);
    });
  }
};
