import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { ConnectionError } from '../net/connectionError.ts';
import { decodeResponse } from './decodeResponse.ts';
import { LdapDisconnection } from './ldapError.ts';
import { LdapMessageReader } from './ldapMessageReader.ts';
import { LdapOperation } from './ldapOperation.ts';
import { LdapProtocolError } from './ldapProtocolError.ts';
import { abandonRequest, unbindRequest, type WriteRequest } from './ldapRequest.ts';
import type { LdapResponse } from './ldapResponse.ts';

/** RFC 4511, 4.4.1: Notice of Disconnection. */
const disconnectionOid = '1.3.6.1.4.1.1466.20036';
/** What was not read yet: from here on the server has to wait. */
const maximumUnreadBytes = 262_144;
/** A good-bye is not worth waiting for: what counted was answered before. */
const farewellMs = 1_000;

/**
 * Requests and answers on one socket, each answer to its request by the message id (RFC 4511, 4.1.1.1). Ids are never
 * used twice: a late answer to what was abandoned meets nobody.
 */
export class LdapConnection {
  readonly #socket: Socket;
  readonly #reader = new LdapMessageReader();
  readonly #operations = new Map<number, LdapOperation>();
  #lastId = 0;
  /** After this one's answer the socket belongs to somebody else. */
  #lastOperation: LdapOperation | null = null;
  #failure: Error | null = null;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', this.#onData).on('end', this.#onEnd).on('close', this.#onEnd).on('error', this.fail);
    if (socket.destroyed) this.fail(socket.errored ?? new ConnectionError('EOF'));
  }

  get isUsable(): boolean {
    return this.#failure === null;
  }

  /** True where TLS protects what is sent. */
  get isEncrypted(): boolean {
    return this.#socket instanceof TLSSocket;
  }

  /** True while a request is not answered. */
  get isBusy(): boolean {
    return this.#operations.size > 0;
  }

  /** Sends a request; `finish` has to follow. Throws the error that the connection is lost by. */
  start(write: WriteRequest): LdapOperation {
    if (this.#failure !== null) throw this.#failure;
    this.#lastId += 1;
    const bytes = write(this.#lastId);
    const operation = new LdapOperation(this.#lastId, this.#regulate);
    this.#operations.set(operation.messageId, operation);
    this.#socket.write(bytes);
    return operation;
  }

  /** Forgets a request; what was not answered to the end is abandoned. */
  finish(operation: LdapOperation): void {
    this.#operations.delete(operation.messageId);
    this.#regulate();
    if (operation.hasEnded || this.#failure !== null) return;
    this.#lastId += 1;
    this.#socket.write(abandonRequest(operation.messageId)(this.#lastId));
  }

  /** Reads nothing behind the answer to this request: `release` is to follow. */
  endWith(operation: LdapOperation): void {
    this.#lastOperation = operation;
  }

  /** Gives the socket away. Throws ConnectionError (EINJECTED) and closes it when something was sent behind the end. */
  release(): Socket {
    this.#detach();
    if (this.#reader.isEmpty && this.#socket.readableLength === 0) return this.#socket;
    this.#socket.destroy();
    throw new ConnectionError('EINJECTED');
  }

  /** Says good-bye and closes, within a second. Never throws. */
  async unbind(): Promise<void> {
    if (this.#failure !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(() => this.#socket.destroy(), farewellMs);
    this.#socket
      .once('close', () => resolve())
      .end(unbindRequest(this.#lastId + 1), () => this.#socket.destroy());
    this.fail(new ConnectionError('EOF'), false);
    await promise;
    clearTimeout(timer);
  }

  /** Ends the connection: all that waits is rejected with this error. */
  readonly fail = (error: Error, isClosing = true): void => {
    if (this.#failure !== null) return;
    this.#failure = error;
    if (isClosing) this.#socket.destroy();
    for (const operation of this.#operations.values()) operation.fail(error);
  };

  readonly #onEnd = (): void => this.fail(new ConnectionError('EOF'));

  readonly #onData = (chunk: Buffer): void => {
    if (this.#failure !== null) return;
    try {
      this.#reader.push(chunk);
      this.#dispatchAll();
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error(String(error)));
    }
    this.#regulate();
  };

  #dispatchAll(): void {
    for (let message = this.#reader.next(); message !== null; message = this.#reader.next()) {
      this.#dispatch(decodeResponse(message), message.length);
      if (this.#lastOperation?.hasEnded === true) return this.#detach();
    }
  }

  #dispatch(response: LdapResponse, bytes: number): void {
    const { messageId, answer } = response;
    if (messageId === 0) return this.#hearUnasked(response);
    if (messageId > this.#lastId) throw new LdapProtocolError('An answer to what was never asked.');
    if (answer.kind !== 'intermediateResponse') this.#operations.get(messageId)?.deliver(response, bytes);
  }

  #hearUnasked({ answer }: LdapResponse): void {
    if (answer.kind === 'extendedResponse' && answer.oid === disconnectionOid)
      throw new LdapDisconnection(answer.result);
  }

  /**
   * Lets the server wait while too much is unread. Not while somebody waits for another answer: it may be the one who
   * reads the first, and would wait for ever.
   */
  readonly #regulate = (): void => {
    if (this.#failure !== null) return;
    const operations = [...this.#operations.values()];
    const unread = operations.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0);
    const mustWait = unread > maximumUnreadBytes && !operations.some(({ isWaiting }) => isWaiting);
    if (mustWait) this.#socket.pause();
    else if (this.#socket.isPaused()) this.#socket.resume();
  };

  #detach(): void {
    this.#failure ??= new ConnectionError('EOF');
    this.#socket
      .pause()
      .off('data', this.#onData)
      .off('end', this.#onEnd)
      .off('close', this.#onEnd)
      .off('error', this.fail);
  }
}
