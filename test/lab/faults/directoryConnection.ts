import { once } from 'node:events';
import type { Socket } from 'node:net';
import { LdapMessageReader } from '../../../electron/protocols/ldap/ldapMessageReader.ts';
import { type DirectoryAnswer, foundMessage, resultMessage } from './directoryAnswer.ts';
import { type DirectoryOperation, type DirectoryRequest, readDirectoryMessage } from './directoryMessage.ts';
import { secureConnection, type ServerTls } from './serverTls.ts';

/** What a connection follows and what it writes down. */
export type ConnectionPlan = {
  readonly serverTls?: ServerTls;
  readonly answer: (request: DirectoryRequest) => DirectoryAnswer | Promise<DirectoryAnswer>;
  /** Gets every request. */
  readonly received: DirectoryRequest[];
};

const startTlsOid = '1.3.6.1.4.1.1466.20037';
const batchBytes = 65_536;

/** One connection to a scripted directory. */
export class DirectoryConnection {
  readonly #plan: ConnectionPlan;
  readonly #occurrences = new Map<string, number>();
  readonly #abandoned = new Set<number>();
  #reader = new LdapMessageReader();
  #socket: Socket;
  #secure = false;
  #boundAs = '';

  constructor(socket: Socket, plan: ConnectionPlan) {
    this.#socket = socket;
    this.#plan = plan;
  }

  /** Speaks from now on. */
  listen(): void {
    this.#socket.on('data', this.#onData);
  }

  /** Makes the TLS handshake, now. @returns whether it succeeded. */
  async secure(): Promise<boolean> {
    if (this.#plan.serverTls === undefined) return false;
    const secured = await secureConnection(this.#socket, this.#plan.serverTls);
    if (secured === undefined) return false;
    this.#socket = secured;
    this.#reader = new LdapMessageReader();
    this.#secure = true;
    return true;
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#reader.push(chunk);
    for (let message = this.#reader.next(); message !== null; message = this.#reader.next())
      // What fails here shows in the test as a broken connection, with the script's error.
      this.#serve(readDirectoryMessage(message)).catch((error: unknown) =>
        this.#socket.destroy(error instanceof Error ? error : new Error(String(error))),
      );
  };

  async #serve(operation: DirectoryOperation & { messageId: number }): Promise<void> {
    const occurrence = (this.#occurrences.get(operation.kind) ?? 0) + 1;
    this.#occurrences.set(operation.kind, occurrence);
    const request = { ...operation, occurrence, secure: this.#secure, boundAs: this.#boundAs };
    this.#plan.received.push(request);
    if (request.kind === 'unbind') return void this.#socket.end();
    if (request.kind === 'abandon') return void this.#abandoned.add(request.abandonedId);
    const answer = await this.#plan.answer(request);
    const isGood = answer.result !== undefined && (answer.result.resultCode ?? 0) === 0;
    if (request.kind === 'bind') this.#boundAs = isGood && request.password !== '' ? request.name : '';
    if (request.kind === 'saslBind') this.#boundAs = isGood ? request.mechanism : '';
    const isUpgrade = request.kind === 'extended' && request.oid === startTlsOid && isGood;
    if (isUpgrade) this.#socket.off('data', this.#onData);
    await this.#send(request, answer);
    if (isUpgrade && (await this.secure())) this.listen();
  }

  async #send(
    { messageId, kind }: Exclude<DirectoryRequest, { kind: 'unbind' | 'abandon' }>,
    answer: DirectoryAnswer,
  ): Promise<void> {
    const write = (bytes: Buffer): Promise<void> =>
      answer.drips === true ? this.#drip(bytes) : this.#write(bytes);
    const batch: Buffer[] = [];
    for (const found of answer.found ?? []) {
      batch.push(foundMessage(messageId, found));
      if (batch.reduce((sum, { length }) => sum + length, 0) > batchBytes)
        await write(Buffer.concat(batch.splice(0)));
      if (this.#abandoned.has(messageId) || this.#socket.destroyed) return;
    }
    if (answer.result !== undefined) batch.push(resultMessage(messageId, kind, answer.result));
    await write(Buffer.concat([...batch, answer.raw ?? Buffer.alloc(0)]));
    if (answer.hangUp === 'end') this.#socket.end();
    if (answer.hangUp === 'reset') this.#socket.resetAndDestroy();
  }

  async #drip(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length && !this.#socket.destroyed; at += 1) {
      await this.#write(bytes.subarray(at, at + 1));
      // The next turn: the byte goes out alone.
      await new Promise(setImmediate);
    }
  }

  async #write(bytes: Buffer): Promise<void> {
    if (!this.#socket.writable || this.#socket.write(bytes)) return;
    const over = new AbortController();
    const { signal } = over;
    await Promise.race([once(this.#socket, 'drain', { signal }), once(this.#socket, 'close', { signal })]);
    over.abort();
  }
}
