import { isIP, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { abortReason } from '../../concurrency/abortReason.ts';
import { hostToAscii } from '../dns/hostToAscii.ts';
import { ConnectionError, errorCode } from '../net/connectionError.ts';
import type { TrustAnchors } from './trustStore.ts';

export type HandshakeOptions = {
  /** Name or address that the connection is meant for; a name is sent as SNI (RFC 6066, 3). */
  host: string;
  anchors: TrustAnchors;
  signal: AbortSignal;
};

/** A handshake that failed; `code` is OpenSSL's or Node's. */
export class HandshakeError extends Error {
  override readonly name = 'HandshakeError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const toHandshakeError = (error: Error): Error =>
  new HandshakeError(errorCode(error) ?? 'ERR_SSL_UNKNOWN', error.message);

/**
 * Makes the TLS handshake on a connected socket. The certificate is not judged here, so that it can be shown whatever
 * is wrong with it: nothing may be sent before `judgeCertificate` was asked. Throws HandshakeError, ConnectionError
 * (EOF: the server hung up), or the signal's reason.
 */
export const secureSocket = (
  socket: Socket,
  { host, anchors, signal }: HandshakeOptions,
): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const name = hostToAscii(host);
    const secured = connect({
      socket,
      secureContext: anchors.secureContext,
      rejectUnauthorized: false,
      // Judged elsewhere; Node would compare with 'localhost' where an address takes the place of a name.
      checkServerIdentity: () => undefined,
      ...(isIP(name) > 0 ? {} : { servername: name }),
    });
    const settle = () => {
      signal.removeEventListener('abort', onAbort);
      secured.off('secureConnect', onSecure).off('error', onError).off('close', onClose);
    };
    const failWith = (error: Error) => {
      settle();
      secured.on('error', () => undefined).destroy();
      socket.destroy();
      reject(error);
    };
    const onSecure = () => {
      settle();
      // Who reads next asks `errored`; an error in between must not end the program.
      secured.on('error', () => undefined);
      // OpenSSL is still reading in this turn: who closed the socket now would crash the process.
      setImmediate(() => resolve(secured));
    };
    const onError = (error: Error) =>
      failWith(hungUp(error) ? new ConnectionError('EOF') : toHandshakeError(error));
    const onClose = () => failWith(new ConnectionError('EOF'));
    const onAbort = () => failWith(abortReason(signal));
    secured.on('secureConnect', onSecure).on('error', onError).on('close', onClose);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
  });

/** Node reports an orderly end during a handshake as ECONNRESET, with these words. */
const hungUp = (error: Error): boolean =>
  errorCode(error) === 'ECONNRESET' && error.message.includes('before secure TLS connection was established');
