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

export type ConnectOptions = {
  /** Is told of each failed address as it happens, so that a time limit does not hide them. */
  onFailure?: (attempt: FailedAttempt) => void;
  open?: Open;
};

/** Attempts that run beside each other until the first of them succeeds or the last one fails. */
class ConnectionRace {
  readonly #target: Target;
  readonly #signal: AbortSignal;
  readonly #options: Required<ConnectOptions>;
  readonly #over = new AbortController();
  readonly #failed: FailedAttempt[] = [];
  readonly #result = Promise.withResolvers<Connected>();
  #started = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(target: Target, signal: AbortSignal, options: Required<ConnectOptions>) {
    this.#target = target;
    this.#signal = signal;
    this.#options = options;
  }

  run(): Promise<Connected> {
    if (this.#target.addresses.length === 0) this.#result.reject(new NoAddressReached([]));
    else this.#startNext();
    return this.#result.promise;
  }

  #startNext(): void {
    clearTimeout(this.#timer);
    const address = this.#target.addresses[this.#started];
    if (address === undefined) return;
    this.#started += 1;
    const signal = AbortSignal.any([this.#signal, this.#over.signal]);
    this.#options.open(address, this.#target.port, signal).then(
      (socket) => this.#succeed(socket, address),
      (error: unknown) => this.#fail({ address, error }),
    );
    this.#timer = setTimeout(() => this.#startNext(), attemptDelayMs);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#over.abort();
  }

  #succeed(socket: Socket, address: string): void {
    if (this.#over.signal.aborted) return void socket.destroy();
    this.#end();
    this.#result.resolve({ socket, address, failed: this.#failed });
  }

  #fail(attempt: FailedAttempt): void {
    if (this.#over.signal.aborted) return;
    this.#failed.push(attempt);
    this.#options.onFailure(attempt);
    if (this.#signal.aborted) this.#giveUp(this.#signal.reason);
    else if (this.#failed.length === this.#target.addresses.length) this.#giveUp(null);
    else this.#startNext();
  }

  #giveUp(reason: unknown): void {
    this.#end();
    this.#result.reject(reason instanceof Error ? reason : new NoAddressReached(this.#failed));
  }
}

/**
 * Connects to the first address that answers: in their order, the next one as soon as one failed or was silent for
 * 250 ms (RFC 8305). The attempts that are not needed any more are closed. Throws NoAddressReached, or the reason of
 * the signal.
 */
export const connectInOrder = (
  target: Target,
  signal: AbortSignal,
  { onFailure = () => undefined, open = openSocket }: ConnectOptions = {},
): Promise<Connected> => new ConnectionRace(target, signal, { onFailure, open }).run();
