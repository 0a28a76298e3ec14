import type { Socket } from 'node:net';
import { ConnectionError } from '../net/connectionError.ts';
import { ReplyParser } from './replyParser.ts';
import type { SmtpReply } from './smtpReply.ts';

/** Replies that nobody waits for; a server that sends more of them than this talks to itself. */
const maximumUnread = 16;

type Waiting = { resolve: (reply: SmtpReply) => void; reject: (error: Error) => void };

/** Reads replies from a socket, one for each call of `next`, until `detach` or an error. */
export class ReplyReader {
  readonly #socket: Socket;
  readonly #parser: ReplyParser;
  readonly #unread: SmtpReply[] = [];
  #waiting: Waiting | null = null;
  #failure: Error | null = null;

  constructor(socket: Socket, onLine: (line: string) => void) {
    this.#socket = socket;
    this.#parser = new ReplyParser(onLine);
    socket
      .on('data', this.#onData)
      .on('end', this.#onEnd)
      .on('close', this.#onEnd)
      .on('error', this.#onError);
    if (socket.destroyed) this.#onError(socket.errored ?? new ConnectionError('EOF'));
  }

  /** True when a reply can still be had. */
  get isUsable(): boolean {
    return this.#failure === null;
  }

  /** The next reply. Throws ConnectionError (EOF, EPROTO, EMSGSIZE) or the socket's error. */
  next(): Promise<SmtpReply> {
    const unread = this.#unread.shift();
    if (unread !== undefined) return Promise.resolve(unread);
    if (this.#failure !== null) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  /** Lets go of the socket. Gives true when the server had sent something that was not asked for. */
  detach(): boolean {
    const leftOver = this.#unread.length > 0 || !this.#parser.isIdle || this.#socket.readableLength > 0;
    this.#socket
      .off('data', this.#onData)
      .off('end', this.#onEnd)
      .off('close', this.#onEnd)
      .off('error', this.#onError);
    return leftOver;
  }

  readonly #onData = (chunk: Buffer): void => {
    if (this.#failure !== null) return;
    try {
      this.#parser.push(chunk).forEach((reply) => this.#deliver(reply));
    } catch (error) {
      if (!(error instanceof ConnectionError)) throw error;
      this.#onError(error);
    }
  };

  readonly #onEnd = (): void => this.#onError(new ConnectionError('EOF'));

  readonly #onError = (error: Error): void => {
    if (this.#failure !== null) return;
    this.#failure = error;
    this.#waiting?.reject(error);
    this.#waiting = null;
    this.#socket.destroy();
  };

  #deliver(reply: SmtpReply): void {
    if (this.#waiting !== null) {
      this.#waiting.resolve(reply);
      this.#waiting = null;
    } else if (this.#unread.push(reply) > maximumUnread) throw new ConnectionError('EMSGSIZE');
  }
}
