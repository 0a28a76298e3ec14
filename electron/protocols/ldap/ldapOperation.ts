import { abortReason } from '../../concurrency/abortReason.ts';
import type { LdapResponse } from './ldapResponse.ts';

type Received = { response: LdapResponse; bytes: number };
type Waiting = { resolve: (response: LdapResponse) => void; reject: (error: Error) => void };

/** These are followed by more; any other answer is the last one. */
const isLast = ({ answer: { kind } }: LdapResponse): boolean => kind !== 'entry' && kind !== 'reference';

/** A request under way: its answers wait here until they are read, one at a time. */
export class LdapOperation {
  readonly messageId: number;
  readonly #onChange: () => void;
  readonly #received: Received[] = [];
  #receivedBytes = 0;
  #hasEnded = false;
  #failure: Error | null = null;
  #waiting: Waiting | null = null;

  /** @param onChange called whenever something was read or somebody waits. */
  constructor(messageId: number, onChange: () => void) {
    this.messageId = messageId;
    this.#onChange = onChange;
  }

  /** True as soon as the last answer has come. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Size of the answers that were not read yet. */
  get receivedBytes(): number {
    return this.#receivedBytes;
  }

  get isWaiting(): boolean {
    return this.#waiting !== null;
  }

  /** The next answer. What came before the connection broke is still given. Throws its error, or the signal's reason. */
  next(signal: AbortSignal): Promise<LdapResponse> {
    if (signal.aborted) return Promise.reject(abortReason(signal));
    const received = this.#received.shift();
    if (received !== undefined) return Promise.resolve(this.#take(received));
    if (this.#failure !== null) return Promise.reject(this.#failure);
    if (this.#waiting !== null) return Promise.reject(new Error('Read one answer at a time.'));
    return this.#wait(signal);
  }

  deliver(response: LdapResponse, bytes: number): void {
    if (this.#hasEnded) return;
    this.#hasEnded = isLast(response);
    const waiting = this.#waiting;
    if (waiting !== null) return waiting.resolve(response);
    this.#received.push({ response, bytes });
    this.#receivedBytes += bytes;
  }

  fail(error: Error): void {
    this.#failure ??= error;
    this.#waiting?.reject(error);
  }

  #take({ response, bytes }: Received): LdapResponse {
    this.#receivedBytes -= bytes;
    this.#onChange();
    return response;
  }

  #wait(signal: AbortSignal): Promise<LdapResponse> {
    const { promise, resolve, reject } = Promise.withResolvers<LdapResponse>();
    const onAbort = (): void => settle(() => reject(abortReason(signal)));
    const settle = (end: () => void): void => {
      signal.removeEventListener('abort', onAbort);
      this.#waiting = null;
      end();
    };
    signal.addEventListener('abort', onAbort);
    this.#waiting = {
      resolve: (response) => settle(() => resolve(response)),
      reject: (error) => settle(() => reject(error)),
    };
    this.#onChange();
    return promise;
  }
}
