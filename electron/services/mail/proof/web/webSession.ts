import type { Socket } from 'node:net';
import type { EwsClient } from '../../../../protocols/ews/ewsClient.ts';
import type { EwsRefusal } from '../../../../protocols/ews/ewsRefusal.ts';
import type { ServerVersion } from '../../../../protocols/ews/exchangeVersion.ts';
import type { HttpConnection } from '../../../../protocols/http/httpConnection.ts';
import type { FoundProxy } from '../../../../protocols/net/systemProxy.ts';
import { accessTokenFor, createTokenSession } from '../oauth/tokenSession.ts';

const known = <Value>(value: Value | null, name: string): Value => {
  if (value === null) throw new Error(`No ${name} yet: the stages are in the wrong order.`);
  return value;
};

/** The connection to a web service that the stages of one proof hand on to each other. */
export class WebSession {
  readonly tokens = createTokenSession();
  /** The first message of Kerberos, ready to be sent; null: none, or it was. */
  ticket: Buffer | null = null;
  addresses: readonly string[] = [];
  /** How this machine goes to the server. */
  way: FoundProxy = { proxy: null, ignored: [] };
  /** What Exchange said of itself; null: nothing. */
  serverVersion: ServerVersion | null = null;
  /** Why Exchange, which let us in, did not open the inbox. */
  inboxRefusal: EwsRefusal | null = null;
  #socket: Socket | null = null;
  #connection: HttpConnection | null = null;
  #exchange: EwsClient | null = null;
  #closed = false;

  /** What a sign-in by token is made with; empty: none yet, or none is needed. */
  get accessToken(): string {
    return accessTokenFor(this.tokens, 'send');
  }

  get socket(): Socket {
    return known(this.#socket, 'connection');
  }

  set socket(socket: Socket) {
    this.#socket = socket;
    if (this.#closed) socket.destroy();
  }

  get connection(): HttpConnection {
    return known(this.#connection, 'HTTP');
  }

  set connection(connection: HttpConnection) {
    this.#connection = connection;
  }

  get exchange(): EwsClient {
    return known(this.#exchange, 'Exchange');
  }

  set exchange(exchange: EwsClient) {
    this.#exchange = exchange;
  }

  /** Closes the connection at once, also one that is opened later. */
  readonly close = (): void => {
    this.#closed = true;
    this.#connection?.close();
    this.#socket?.destroy();
  };
}
