import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { abortReason } from '../../concurrency/abortReason.ts';

export type DatagramQuestion<Answer> = {
  address: string;
  port: number;
  question: Buffer;
  /** Reads a datagram of the peer; null: it answers something else, and waiting goes on. What it throws ends that. */
  read: (datagram: Buffer) => Answer | null;
};

export type DatagramAnswer<Answer> = {
  answer: Answer;
  /** How often the question was sent until the answer came. */
  sent: number;
};

export type DatagramLimits = {
  /** After which it is given up, in milliseconds. */
  limitMs: number;
  /** After which the question is sent again, in milliseconds; then after twice as long, and so on. */
  repeatMs: number;
};

/** Nothing came that answers the question. */
export class DatagramTimeout extends Error {
  override readonly name = 'DatagramTimeout';
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('ETIMEDOUT');
  }
}

class Exchange<Answer> {
  readonly #question: DatagramQuestion<Answer>;
  readonly #socket: Socket;
  readonly #result = Promise.withResolvers<DatagramAnswer<Answer>>();
  #sent = 0;
  #repeat: NodeJS.Timeout | undefined;

  constructor(question: DatagramQuestion<Answer>) {
    this.#question = question;
    this.#socket = createSocket(isIPv6(question.address) ? 'udp6' : 'udp4');
  }

  async run({ limitMs, repeatMs }: DatagramLimits, signal: AbortSignal): Promise<DatagramAnswer<Answer>> {
    const onAbort = (): void => this.#result.reject(abortReason(signal));
    const limit = setTimeout(() => this.#result.reject(new DatagramTimeout()), limitMs);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      this.#begin(repeatMs);
      return await this.#result.promise;
    } finally {
      signal.removeEventListener('abort', onAbort);
      clearTimeout(limit);
      clearTimeout(this.#repeat);
      this.#socket.close();
    }
  }

  /** A connected socket is given what comes from its peer alone, and learns that nothing listens there. */
  #begin(repeatMs: number): void {
    const { port, address } = this.#question;
    this.#socket
      .on('error', (error) => this.#result.reject(error))
      .on('message', (datagram) => this.#take(datagram))
      .on('connect', () => this.#send(repeatMs));
    this.#socket.connect(port, address);
  }

  #send(repeatMs: number): void {
    this.#sent += 1;
    this.#socket.send(this.#question.question);
    this.#repeat = setTimeout(() => this.#send(repeatMs * 2), repeatMs);
  }

  #take(datagram: Buffer): void {
    try {
      const answer = this.#question.read(datagram);
      if (answer !== null) this.#result.resolve({ answer, sent: this.#sent });
    } catch (error) {
      this.#result.reject(error);
    }
  }
}

/**
 * Asks one address by UDP, again and again until it answers: only for questions that may be asked twice. Throws
 * DatagramTimeout, an error of the system (ECONNREFUSED: nothing listens there), what `read` throws, and the reason of
 * the signal.
 */
export const askByDatagram = async <Answer>(
  question: DatagramQuestion<Answer>,
  limits: DatagramLimits,
  signal: AbortSignal,
): Promise<DatagramAnswer<Answer>> => {
  if (signal.aborted) throw abortReason(signal);
  return new Exchange(question).run(limits, signal);
};
