import type { Socket } from 'node:net';
import { ConnectionError } from '../net/connectionError.ts';
import { LineReader } from '../net/lineReader.ts';
import { encodeData } from './encodeData.ts';
import { readReply } from './readReply.ts';
import type { SmtpReply } from './smtpReply.ts';

/** Hears every line of the dialogue; what a client line hides stands in it as `***`. */
export type DialogueListener = {
  client(line: string): void;
  server(line: string): void;
  /** A secret was sent: it is hidden where the server repeats it. */
  secret(token: string): void;
};

/** A good-bye is not worth waiting for: what counted was answered before. */
const farewellMs = 1_000;

/**
 * The client's side of an SMTP connection (RFC 5321): one command at a time, each answered by one reply. Every method
 * throws ConnectionError (EOF, EPROTO, EMSGSIZE) or the socket's error when the connection is lost.
 */
export class SmtpDialogue {
  readonly #listener: DialogueListener;
  #socket: Socket;
  #reader: LineReader;
  #hasLeft = false;

  constructor(socket: Socket, listener: DialogueListener) {
    this.#listener = listener;
    this.#socket = socket;
    this.#reader = new LineReader(socket);
  }

  /** Waits for the server's first words (RFC 5321, 3.1). */
  greeting(): Promise<SmtpReply> {
    return this.#reply();
  }

  /**
   * What came and is no whole reply yet, or was never asked for; empty: nothing. Tells why a wait was in vain.
   */
  get unread(): string {
    return this.#reader.unread;
  }

  /** True while another command can be sent: the connection stands, and nothing has come that was not asked for. */
  get isUsable(): boolean {
    return !this.#hasLeft && this.#reader.isUsable && this.#reader.isEmpty;
  }

  /**
   * Sends one command line and waits for its reply. `secret` is the end of the line that nobody may see: `***` stands
   * for it in the transcript.
   */
  command(start: string, secret = ''): Promise<SmtpReply> {
    const line = `${start}${secret}`;
    if (/[\r\n]/.test(line)) throw new Error('A command is one line.');
    if (!this.#reader.isEmpty) return this.#unaskedReply();
    if (secret !== '') this.#listener.secret(secret);
    this.#listener.client(secret === '' ? line : `${start}***`);
    this.#socket.write(`${line}\r\n`);
    return this.#reply();
  }

  /** Sends a message after the server's 354, and waits for the verdict. */
  data(message: Buffer): Promise<SmtpReply> {
    if (!this.#reader.isEmpty) return this.#unaskedReply();
    this.#listener.client(`(${message.length} bytes)`);
    this.#socket.write(encodeData(message));
    return this.#reply();
  }

  /**
   * Lets go of the socket for a handshake, after STARTTLS was accepted. What the server sent in the clear behind its
   * acceptance is refused (EINJECTED): it could pass for an answer inside TLS (RFC 3207, 5; CVE-2011-0411).
   */
  release(): Socket {
    this.#hasLeft = true;
    const { isEmpty, unread } = this.#reader;
    this.#reader.detach();
    if (!isEmpty) throw new ConnectionError('EINJECTED', unread);
    return this.#socket;
  }

  /** Goes on with the dialogue on the socket that TLS protects now. */
  resume(socket: Socket): void {
    this.#socket = socket;
    this.#reader = new LineReader(socket);
    this.#hasLeft = false;
  }

  /** Says good-bye, waits for the answer for at most a second, and closes. Never throws; does nothing twice. */
  async quit(): Promise<void> {
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    const timer = setTimeout(() => this.close(), farewellMs);
    await this.#farewell();
    clearTimeout(timer);
    this.close();
  }

  /** Closes the connection at once. */
  close(): void {
    this.#hasLeft = true;
    this.#socket.destroy();
  }

  async #farewell(): Promise<void> {
    if (!this.#reader.isUsable) return;
    try {
      await this.command('QUIT');
    } catch (error) {
      this.#listener.server(`(${error instanceof Error ? error.message : String(error)})`);
    }
  }

  async #reply(): Promise<SmtpReply> {
    try {
      return await readReply(() => this.#line());
    } catch (error) {
      // Out of step: whatever comes now answers nothing that was asked.
      this.close();
      throw error;
    }
  }

  /**
   * A server may say 421 at any time before it hangs up (RFC 5321, 3.8); then that is the answer. Anything else that
   * was not asked for would be taken for the answer to the next command, and each one after it for the wrong one.
   */
  async #unaskedReply(): Promise<SmtpReply> {
    const { unread } = this.#reader;
    const reply = await this.#reply();
    if (reply.code === 421) return reply;
    this.close();
    throw new ConnectionError('EPROTO', unread);
  }

  async #line(): Promise<string> {
    const line = await this.#reader.next();
    this.#listener.server(line);
    return line;
  }
}
