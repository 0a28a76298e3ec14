import { once } from 'node:events';
import { connect, type TLSSocket } from 'node:tls';
import {
  searchRequest,
  simpleBindRequest,
  type WriteRequest,
} from '../../../electron/protocols/ldap/ldapRequest.ts';
import { equals } from '../../../electron/protocols/ldap/ldapFilter.ts';
import type { DirectoryLab } from '../../lab/directory/directoryLab.ts';

const ldapsPort = 636;

/** The least that LDAPS costs in Node: TLS, and bytes that are written and answered by bytes that nobody reads. */
export class BareConnection {
  readonly #socket: TLSSocket;
  #lastId = 0;

  private constructor(socket: TLSSocket) {
    this.#socket = socket;
  }

  /** Connects and makes the handshake; the certificate is checked. */
  static async open({ controllers: [{ address, name }], authority }: DirectoryLab): Promise<BareConnection> {
    const socket = connect({
      host: address,
      port: ldapsPort,
      servername: name,
      ca: authority.pem,
    });
    await once(socket, 'secureConnect');
    return new BareConnection(socket);
  }

  async bind(userName: string, password: string): Promise<void> {
    await this.#ask(simpleBindRequest(userName, password));
  }

  /** Searches a domain for one account. */
  async find(base: string, account: string): Promise<void> {
    const filter = equals('sAMAccountName', account);
    await this.#ask(searchRequest({ base, scope: 'subtree', filter, attributes: ['cn'] }, []));
  }

  close(): void {
    this.#socket.destroy();
  }

  async #ask(write: WriteRequest): Promise<void> {
    this.#lastId += 1;
    this.#socket.write(write(this.#lastId));
    await once(this.#socket, 'data');
  }
}
