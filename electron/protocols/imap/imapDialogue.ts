import type { Socket } from 'node:net';
import { MailboxRefusal, type Refused } from '../mailbox.ts';
import { ConnectionError } from '../net/connectionError.ts';
import { LineReader } from '../net/lineReader.ts';
import { type ImapResponse, readResponse } from './readResponse.ts';

/** What comes before the end of one command; a list of 20,000 folders is within both. */
const answerLimits = { responses: 20_000, characters: 4_194_304 } as const;

const lengthOf = ({ line, literals }: ImapResponse): number =>
  literals.reduce((sum, { length }) => sum + length, line.length);

/** A server hangs up after BYE (RFC 9051, 7.1.5), and may answer what it was asked before that. */
const farewellMs = 1_000;

const greeting = /^\* (OK|PREAUTH|BYE)\b ?(.*)$/is;
const untagged = /^\* /;
const goodBye = /^\* BYE\b ?(.*)$/is;
const continuation = /^\+(?: (.*))?$/s;
const status = /^(\S+) (OK|NO|BAD)\b ?(.*)$/is;

/** What came after a line was sent: the server asks on, or the end of the command. */
export type ImapAnswer =
  { kind: 'continuation'; words: string } | { kind: 'status'; isPositive: boolean; words: string };

/**
 * The client's side of an IMAP connection (RFC 9051): one command at a time. Every method throws ConnectionError (EOF,
 * EPROTO, EMSGSIZE), MailboxRefusal where the server takes its leave, or the socket's error.
 */
export class ImapDialogue {
  #socket: Socket;
  #reader: LineReader;
  /** Words with which the server took its leave. */
  #leave: string | null = null;
  #responses: ImapResponse[] = [];
  /** Of all responses to the command together. */
  #characters = 0;
  #commands = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#reader = new LineReader(socket);
  }

  /** The connection, with the protection that it has now. */
  get socket(): Socket {
    return this.#socket;
  }

  /** Waits for the server's first words. */
  async greeting(): Promise<void> {
    const { line } = await this.#read();
    const [, word = '', words = ''] = greeting.exec(line) ?? [];
    if (word === '') throw this.#nonsense(line);
    if (/bye/i.test(word)) throw new MailboxRefusal(words, { about: 'question', command: null });
  }

  /**
   * Sends a command and gives the untagged responses to it. Throws MailboxRefusal for NO and BAD.
   * @param name of the command, for a refusal.
   */
  async ask(name: string, rest = '', about: Refused['about'] = 'question'): Promise<readonly ImapResponse[]> {
    const answer = await this.begin(rest === '' ? name : `${name} ${rest}`);
    if (answer.kind === 'continuation') throw this.#nonsense(`+ ${answer.words}`);
    if (!answer.isPositive) throw new MailboxRefusal(answer.words, { about, command: name });
    return this.#responses;
  }

  /** Begins a command; gives what the server says to it. */
  begin(command: string): Promise<ImapAnswer> {
    this.#responses = [];
    this.#characters = 0;
    this.#commands += 1;
    return this.send(`${this.#tag} ${command}`);
  }

  /** Goes on with a command: a line that the server has asked for. */
  send(line: string): Promise<ImapAnswer> {
    if (/[\r\n]/.test(line)) throw new Error('A command is one line.');
    this.#socket.write(`${line}\r\n`);
    return this.#answer();
  }

  /** The same for bytes that were announced as a literal, and the rest of the line. */
  sendLiteral(literal: Buffer, rest: string): Promise<ImapAnswer> {
    this.#socket.write(Buffer.concat([literal, Buffer.from(`${rest}\r\n`)]));
    return this.#answer();
  }

  /** Goes on inside TLS, after STARTTLS was accepted. Throws ConnectionError EINJECTED as SMTP's does. */
  async upgrade(secure: (socket: Socket) => Promise<Socket>): Promise<void> {
    const { isEmpty, unread } = this.#reader;
    this.#reader.detach();
    if (!isEmpty) throw new ConnectionError('EINJECTED', unread);
    this.#socket = await secure(this.#socket);
    this.#reader = new LineReader(this.#socket);
  }

  /** Closes the connection at once. */
  readonly close = (): void => void this.#socket.destroy();

  get #tag(): string {
    return `a${this.#commands}`;
  }

  #nonsense(line: string): ConnectionError {
    this.close();
    return new ConnectionError('EPROTO', line);
  }

  async #answer(): Promise<ImapAnswer> {
    for (;;) {
      const response = await this.#read();
      const { line } = response;
      const [, tag, word = '', words = ''] = status.exec(line) ?? [];
      if (tag === this.#tag) return { kind: 'status', isPositive: /ok/i.test(word), words };
      const asked = continuation.exec(line);
      if (asked !== null) return { kind: 'continuation', words: asked[1] ?? '' };
      if (!untagged.test(line)) throw this.#nonsense(line);
      this.#keep(response);
    }
  }

  #keep(response: ImapResponse): void {
    const words = goodBye.exec(response.line)?.[1];
    if (words !== undefined && this.#leave === null) {
      this.#leave = words;
      setTimeout(this.close, farewellMs).unref();
    }
    this.#responses.push(response);
    this.#characters += lengthOf(response);
    const { responses, characters } = answerLimits;
    if (this.#responses.length <= responses && this.#characters <= characters) return;
    this.close();
    throw new ConnectionError('EMSGSIZE');
  }

  async #read(): Promise<ImapResponse> {
    try {
      return await readResponse(() => this.#reader.nextBytes());
    } catch (error) {
      this.close();
      throw this.#leave === null
        ? error
        : new MailboxRefusal(this.#leave, { about: 'question', command: null });
    }
  }
}
