import { once } from 'node:events';
import { connect as connectSocket, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { LineReader } from './faults/lineReader.ts';

/** A bare client for checking the lab itself: it sends lines and reads lines, and judges nothing. */
export class LineClient {
  #socket: Socket;
  #reader: LineReader;

  constructor(socket: Socket) {
    socket.on('error', () => socket.destroy());
    this.#socket = socket;
    this.#reader = new LineReader(socket);
  }

  /** Sends a line; CRLF is added. */
  send(line: string): void {
    this.#socket.write(`${line}\r\n`);
  }

  /** @returns the next line without its end; undefined when the server has hung up. */
  readLine(): Promise<string | undefined> {
    return this.#reader.next();
  }

  /** @returns the lines of one SMTP reply, as many as came before the server hung up (RFC 5321, 4.2.1). */
  async readReply(): Promise<string[]> {
    const lines: string[] = [];
    for (let line = await this.readLine(); line !== undefined; line = await this.readLine()) {
      lines.push(line);
      if (!/^\d{3}-/.test(line)) break;
    }
    return lines;
  }

  /** Sends a command. @returns the reply, its lines joined by line feeds. */
  async ask(command: string): Promise<string> {
    this.send(command);
    return (await this.readReply()).join('\n');
  }

  /**
   * Changes to TLS without refusing any certificate.
   * @returns the encrypted connection, for its certificate and its `authorizationError`.
   * @throws Error when the handshake fails.
   */
  async secure(options: ConnectionOptions): Promise<TLSSocket> {
    this.#reader.release();
    const secured = connectTls({
      servername: 'localhost',
      ...options,
      socket: this.#socket,
      rejectUnauthorized: false,
    });
    const closed = once(secured, 'close').then(() =>
      Promise.reject(new Error('Closed during the handshake.')),
    );
    await Promise.race([once(secured, 'secureConnect'), closed]);
    this.#socket = secured;
    this.#reader = new LineReader(secured);
    return secured;
  }

  /** Hangs up. */
  close(): void {
    this.#socket.destroy();
  }
}

/** Connects to a loopback port. @throws Error when nobody listens. */
export async function openLineClient(port: number): Promise<LineClient> {
  const socket = connectSocket(port, '127.0.0.1');
  await once(socket, 'connect');
  return new LineClient(socket);
}
