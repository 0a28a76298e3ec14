import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { bindSasl, bindSimple, probeSimpleBind, type SaslAnswer } from './bind.ts';
import { extended, type ExtendedAnswer, startTls } from './extended.ts';
import { ConnectionError } from '../net/connectionError.ts';
import { LdapConnection } from './ldapConnection.ts';
import type { LdapResult } from './ldapResult.ts';
import { type Found, search } from './search.ts';
import type { SearchRequest } from './searchRequest.ts';

/**
 * The client's side of an LDAP connection (RFC 4511): it signs in once and is never opened again by itself. What the
 * server refuses is thrown as LdapError, that it ends the connection as LdapDisconnection; a connection that is lost as
 * ConnectionError (EOF) or the socket's error, and answers that cannot be read as LdapProtocolError: then it is closed,
 * and everything that waits gets that error. An aborted signal is thrown as its reason.
 */
export type LdapDialogue = {
  /** False once the connection is lost, closed or given away. */
  readonly isUsable: boolean;

  /**
   * Signs in with a name (DN, user@domain or DOMAIN\user: MS-ADTS 5.1.1.1.1) and a password (RFC 4513, 5.1.3). Throws
   * an Error before anything is sent when one of them is empty, which a server takes for an anonymous bind and answers
   * with success (RFC 4513, 5.1.2), or when the connection is not protected by TLS. An abort closes the connection.
   */
  bindSimple(name: string, password: string, signal: AbortSignal): Promise<void>;

  /**
   * Asks what the server says to a simple bind, with a made-up name and password: nobody's account is touched and no
   * secret is sent, so that it may be done without TLS. Gives the refusal; a success is given too.
   */
  probeSimpleBind(signal: AbortSignal): Promise<LdapResult>;

  /** One step of a SASL bind (RFC 4513, 5.2.1.2); token null: none, which is another thing than an empty one. */
  bindSasl(mechanism: string, token: Buffer | null, signal: AbortSignal): Promise<SaslAnswer>;

  /**
   * Searches and gives what is found one by one, the next page when it is needed; a slow reader slows the server down.
   * Who stops early, by `break` or by the signal, abandons the search (RFC 4511, 4.11); the dialogue stays usable.
   * Throws LdapError at the end of what was found when the server stopped before it was done.
   */
  search(request: SearchRequest, signal: AbortSignal): AsyncGenerator<Found, void, void>;

  /** An extended operation (RFC 4511, 4.12). */
  extended(oid: string, value: Buffer | null, signal: AbortSignal): Promise<ExtendedAnswer>;

  /**
   * Asks for TLS (RFC 4511, 4.14) and gives the socket away for the handshake; a new dialogue is opened on what comes
   * of it. A refusal (LdapError) closes the connection. Throws ConnectionError (EINJECTED) when bytes stand behind the
   * acceptance: they would pass for protected ones.
   */
  startTls(signal: AbortSignal): Promise<Socket>;

  /** Says good-bye (RFC 4511, 4.3) and closes, within a second. Never throws; does nothing twice. */
  unbind(): Promise<void>;

  /** Closes the connection at once. */
  close(): void;
};

/** Begins the dialogue on a connected socket, which belongs to it from now on. */
export const openLdapDialogue = (socket: Socket | TLSSocket): LdapDialogue => {
  const connection = new LdapConnection(socket);
  return {
    get isUsable() {
      return connection.isUsable;
    },
    bindSimple: (name, password, signal) => bindSimple(connection, { name, password }, signal),
    probeSimpleBind: (signal) => probeSimpleBind(connection, signal),
    bindSasl: (mechanism, token, signal) => bindSasl(connection, { mechanism, token }, signal),
    search: (request, signal) => search(connection, request, signal),
    extended: (oid, value, signal) => extended(connection, { oid, value }, signal),
    startTls: (signal) => startTls(connection, signal),
    unbind: () => connection.unbind(),
    close: () => connection.fail(new ConnectionError('EOF')),
  };
};
