import type { Socket } from 'node:net';
import { openSocket } from './openSocket.ts';

/** RFC 8305, 5: a further address is tried when the one before has not answered for this long. */
const attemptDelayMs = 250;

export type FailedAttempt = { address: string; error: unknown };

/** No address could be reached; `attempts` has each one's own error, in the order of their failing. */
export class NoAddressReached extends Error {
  override readonly name = 'NoAddressReached';
  readonly attempts: readonly FailedAttempt[];

  constructor(attempts: readonly FailedAttempt[]) {
    super('NoAddressReached');
    this.attempts = attempts;
  }
}

export type Connected = { socket: Socket; address: string; failed: FailedAttempt[] };

type Target = { addresses: readonly string[]; port: number };
type Open = (address: string, port: number, signal: AbortSignal) => Promise<Socket>;

/**
 * Connects to the first address that answers: in their order, the next one as soon as one failed or was silent for
 * 250 ms (RFC 8305). The attempts that are not needed any more are closed.
 * @param onFailure is told of each failed address as it happens, so that a time limit does not hide them.
 * Throws NoAddressReached, or the reason of the signal.
 */
export const connectInOrder = (
  { addresses, port }: Target,
  signal: AbortSignal,
  onFailure: (attempt: FailedAttempt) => void = () => undefined,
  open: Open = openSocket,
): Promise<Connected> =>
  new Promise((resolve, reject) => {
    const others = new AbortController();
    const attemptSignal = AbortSignal.any([signal, others.signal]);
    const failed: FailedAttempt[] = [];
    let started = 0;
    let settled = false;
    let timer: NodeJS.Timeout | undefined;

    const settle = (): boolean => {
      if (settled) return false;
      settled = true;
      clearTimeout(timer);
      return true;
    };
    const succeed = (socket: Socket, address: string): void => {
      if (!settle()) return void socket.destroy();
      others.abort();
      resolve({ socket, address, failed });
    };
    const failOne = (address: string, error: unknown): void => {
      if (settled) return;
      failed.push({ address, error });
      onFailure({ address, error });
      if (signal.aborted || failed.length === addresses.length) {
        settle();
        reject(
          signal.aborted && signal.reason instanceof Error ? signal.reason : new NoAddressReached(failed),
        );
      } else startNext();
    };
    const startNext = (): void => {
      const address = addresses[started];
      clearTimeout(timer);
      if (address === undefined || settled) return;
      started += 1;
      open(address, port, attemptSignal).then(
        (socket) => succeed(socket, address),
        (error: unknown) => failOne(address, error),
      );
      timer = setTimeout(startNext, attemptDelayMs);
    };

    if (addresses.length === 0) reject(new NoAddressReached([]));
    else startNext();
  });
