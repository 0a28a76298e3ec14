import type { Socket } from 'node:net';
import { ConnectionError } from './connectionError.ts';

/** Far above what RFC 5321, 4.5.3.1.5 allows (512) and RFC 4954, 4 asks for (12,288); below what costs memory. */
export const maximumLineBytes = 16_384;
/** What was not read yet: from here on the sender has to wait. */
const maximumUnreadBytes = 65_536;

const lineFeed = 10;
const carriageReturn = 13;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 (RFC 6531), else Latin-1, which gives every byte some character: old servers write what they like. */
export const decodeLine = (bytes: Buffer): string => {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return bytes.toString('latin1');
    throw error;
  }
};

const withoutReturn = (line: Buffer): Buffer =>
  line.at(-1) === carriageReturn ? line.subarray(0, -1) : line;

type Waiting = { resolve: (line: Buffer) => void; reject: (error: Error) => void };

/** Reads lines from a socket, one for each call of `next`, until `detach` or an error. Keeps little in memory. */
export class LineReader {
  readonly #socket: Socket;
  readonly #lines: Buffer[] = [];
  #unreadBytes = 0;
  #unfinished: Buffer[] = [];
  #unfinishedBytes = 0;
  #waiting: Waiting | null = null;
  #failure: Error | null = null;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', this.#onData).on('end', this.#onEnd).on('close', this.#onEnd).on('error', this.#fail);
    if (socket.destroyed) this.#fail(socket.errored ?? new ConnectionError('EOF'));
  }

  /** True while the connection has not failed. */
  get isUsable(): boolean {
    return this.#failure === null;
  }

  /**
   * The next line, without its end (CRLF or LF). Lines that came before the connection broke are still given. Throws
   * ConnectionError (EOF, EMSGSIZE), with what came of a line that has no end, or the socket's error.
   */
  async next(): Promise<string> {
    return decodeLine(withoutReturn(await this.nextBytes()));
  }

  /** The same as it came: only its LF is taken away. For a protocol that counts bytes. */
  nextBytes(): Promise<Buffer> {
    const line = this.#lines.shift();
    if (line !== undefined) return Promise.resolve(this.#take(line));
    if (this.#failure !== null) return Promise.reject(this.#failure);
    if (this.#waiting !== null) return Promise.reject(new Error('Read one line at a time.'));
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  /** What came and was not read, uncut: cut in two, a secret in it would be shown; empty: nothing. */
  get unread(): string {
    const pieces = [...this.#lines, Buffer.concat(this.#unfinished)].map(withoutReturn);
    const last = pieces.findLastIndex(({ length }) => length > 0);
    return pieces
      .slice(0, last + 1)
      .map(decodeLine)
      .join('\n');
  }

  /** True while nothing has come that was not read, not even an empty line. */
  get isEmpty(): boolean {
    return this.#lines.length === 0 && this.#unfinishedBytes === 0 && this.#socket.readableLength === 0;
  }

  /** Lets go of the socket; bytes that come from now on are for whoever takes it over. */
  detach(): void {
    this.#socket
      .off('data', this.#onData)
      .off('end', this.#onEnd)
      .off('close', this.#onEnd)
      .off('error', this.#fail);
  }

  readonly #onData = (chunk: Buffer): void => {
    if (this.#failure !== null) return;
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      this.#finish(chunk.subarray(start, end));
      start = end + 1;
    }
    if (start < chunk.length) this.#keep(chunk.subarray(start));
    if (this.#unfinishedBytes > maximumLineBytes) this.#fail(new ConnectionError('EMSGSIZE', this.unread));
    if (this.#unreadBytes > maximumUnreadBytes) this.#socket.pause();
  };

  readonly #onEnd = (): void => this.#fail(new ConnectionError('EOF', this.unread));

  readonly #fail = (error: Error): void => {
    if (this.#failure !== null) return;
    this.#failure = error;
    this.#waiting?.reject(error);
    this.#waiting = null;
    this.#socket.destroy();
  };

  #keep(bytes: Buffer): void {
    this.#unfinished.push(bytes);
    this.#unfinishedBytes += bytes.length;
  }

  #finish(last: Buffer): void {
    this.#keep(last);
    const line = Buffer.concat(this.#unfinished);
    this.#unfinished = [];
    this.#unfinishedBytes = 0;
    this.#unreadBytes += line.length + 1;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting === null) this.#lines.push(line);
    else waiting.resolve(this.#take(line));
  }

  #take(line: Buffer): Buffer {
    this.#unreadBytes -= line.length + 1;
    if (this.#socket.isPaused() && this.#unreadBytes < maximumUnreadBytes) this.#socket.resume();
    return line;
  }
}
