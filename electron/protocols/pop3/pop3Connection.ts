import type { Socket } from 'node:net';
import { ConnectionError } from '../net/connectionError.ts';
import { LineReader } from '../net/lineReader.ts';
import { MailboxRefusal, type Refused } from '../mailbox.ts';

/** Of a message's header: more is cut off by giving up. */
const listLimits = { lines: 20_000, characters: 4_194_304 } as const;

/** What answers AUTH and the lines that follow it (RFC 5034, 4): the server asks on, or the end of it. */
export type Pop3Answer = { kind: 'continuation' | 'accepted' | 'refused'; words: string };

/** The client's side of a POP3 connection (RFC 1939): one command at a time. */
export class Pop3Connection {
  #socket: Socket;
  #reader: LineReader;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#reader = new LineReader(socket);
  }

  /** The connection, with the protection that it has now. */
  get socket(): Socket {
    return this.#socket;
  }

  /** Waits for the server's first words. Throws as `command` does. */
  greeting(): Promise<string> {
    return this.#status({ about: 'question', command: null });
  }

  /** Sends a command, gives the words of `+OK`. Throws MailboxRefusal on `-ERR`, ConnectionError, or the socket's error. */
  command(line: string, about: Refused['about'] = 'question'): Promise<string> {
    this.#write(line);
    return this.#status({ about, command: line.split(' ', 1)[0] ?? line });
  }

  /** Sends a line of a sign-in, and gives what the server says to it. */
  async converse(line: string): Promise<Pop3Answer> {
    this.#write(line);
    const answer = await this.#reader.next();
    if (/^\+OK\b/.test(answer)) return { kind: 'accepted', words: answer.slice(3).trim() };
    if (/^-ERR\b/.test(answer)) return { kind: 'refused', words: answer.slice('-ERR '.length) };
    if (/^\+(?: |$)/.test(answer)) return { kind: 'continuation', words: answer.slice('+ '.length) };
    throw new ConnectionError('EPROTO', answer);
  }

  /** Sends a command that is answered by several lines, and gives them. Throws ConnectionError EMSGSIZE. */
  async list(line: string): Promise<string[]> {
    const lines: string[] = [];
    let characters = 0;
    for await (const next of this.#lines(line)) {
      lines.push(next);
      characters += next.length;
      if (lines.length > listLimits.lines || characters > listLimits.characters)
        throw new ConnectionError('EMSGSIZE');
    }
    return lines;
  }

  /** The same for a list of any length, of which only the last `count` lines are wanted. */
  async endOfList(line: string, count: number): Promise<string[]> {
    const lines: string[] = [];
    for await (const next of this.#lines(line)) {
      lines.push(next);
      if (lines.length > count) lines.shift();
    }
    return lines;
  }

  /** Goes on inside TLS, after STLS was accepted (RFC 2595). Throws ConnectionError EINJECTED as SMTP's does. */
  async upgrade(secure: (socket: Socket) => Promise<Socket>): Promise<void> {
    this.#reader.detach();
    if (!this.#reader.isEmpty) throw new ConnectionError('EINJECTED', this.#reader.unread);
    this.#socket = await secure(this.#socket);
    this.#reader = new LineReader(this.#socket);
  }

  #write(line: string): void {
    if (/[\r\n]/.test(line)) throw new Error('A command is one line.');
    this.#socket.write(`${line}\r\n`);
  }

  async *#lines(line: string): AsyncGenerator<string> {
    await this.command(line);
    for (let next = await this.#reader.next(); next !== '.'; next = await this.#reader.next())
      yield next.startsWith('.') ? next.slice(1) : next;
  }

  async #status(refused: Refused): Promise<string> {
    const line = await this.#reader.next();
    if (/^\+OK\b/.test(line)) return line.slice(3).trim();
    if (/^-ERR\b/.test(line)) throw new MailboxRefusal(line.slice('-ERR '.length), refused);
    throw new ConnectionError('EPROTO', line);
  }
}
