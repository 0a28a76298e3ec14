import { openSocket } from '../net/openSocket.ts';
import { HandshakeError, type HandshakeOptions, secureSocket } from './secureSocket.ts';

type Port = { address: string; port: number };

/** True for what OpenSSL says to an answer that is no TLS. */
export const isNoTls = (error: unknown): boolean =>
  error instanceof HandshakeError && /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG/.test(error.code);

/** What a port says that speaks TLS and refuses this handshake. */
const isTlsAnswer = (error: unknown): boolean =>
  error instanceof HandshakeError && /ALERT|UNSUPPORTED_PROTOCOL|UNRECOGNIZED_NAME/.test(error.code);

/**
 * How a port answers a TLS handshake on a connection of its own: in TLS, in another way, or not at all, as when the
 * signal aborts.
 */
export const answerToTls = async (
  { address, port }: Port,
  handshake: HandshakeOptions,
): Promise<'tls' | 'other' | 'none'> => {
  try {
    const socket = await openSocket(address, port, handshake.signal);
    const secured = await secureSocket(socket, handshake);
    secured.destroy();
    return 'tls';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (isTlsAnswer(error)) return 'tls';
    return isNoTls(error) ? 'other' : 'none';
  }
};
