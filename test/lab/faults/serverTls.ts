import type { Socket } from 'node:net';
import { type SecureContextOptions, TLSSocket } from 'node:tls';

/** Certificate, key and, where a test needs them, protocol versions and ciphers of a server. */
export type ServerTls = Pick<
  SecureContextOptions,
  'cert' | 'key' | 'minVersion' | 'maxVersion' | 'ciphers'
> & {
  /** Let in are only clients with a certificate. */
  readonly demandsCertificate?: boolean;
};

/**
 * Speaks TLS as the server on a connection.
 * @returns the encrypted side after the handshake; undefined when the client refused or left, the connection is then
 * destroyed.
 */
export function secureConnection(
  socket: Socket,
  { demandsCertificate = false, ...serverTls }: ServerTls,
): Promise<TLSSocket | undefined> {
  const demand = { requestCert: demandsCertificate, rejectUnauthorized: demandsCertificate };
  const secured = new TLSSocket(socket, { isServer: true, ...serverTls, ...demand });
  return new Promise((resolve) => {
    secured.once('secure', () => {
      resolve(secured);
    });
    secured.on('error', () => secured.destroy());
    secured.once('close', () => {
      socket.destroy();
      resolve(undefined);
    });
  });
}
