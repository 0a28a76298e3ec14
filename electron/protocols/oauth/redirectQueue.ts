import { createTurns, type Turns } from '../../concurrency/turns.ts';

/** A port belongs to the whole process, whoever asks; there are as many as there are addresses to come back to. */
const turnsOf = new Map<number, Turns>();

/**
 * Does `work` when all that was asked of this port before has ended; `onWait` is told when that is not now. Throws the signal's reason, or what `work` throws.
 */
export const inTurnOfPort = async <Result>(
  port: number,
  { signal, onWait }: { signal: AbortSignal; onWait?: (() => void) | undefined },
  work: () => Promise<Result>,
): Promise<Result> => {
  signal.throwIfAborted();
  const turns = turnsOf.get(port) ?? createTurns();
  turnsOf.set(port, turns);
  if (!turns.isIdle()) onWait?.();
  return turns.take(signal, work);
};
