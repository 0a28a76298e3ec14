import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';

const longestWaitMs = 10;

/**
 * Waits until the server's session ticket of TLS 1.3 has come (RFC 8446, 4.6.1), for at most 10 ms. Servers write it
 * behind the handshake and then hold their next small answer back until it is acknowledged, which this system delays
 * by 40 ms; a command that is sent after the ticket carries the acknowledgement. Never write in the same turn as the
 * ticket comes: OpenSSL would be entered again and the connection hangs. The socket must be read meanwhile.
 * Throws the socket's error: a server that demands a certificate of the client refuses only now (RFC 8446, 4.4.2.4).
 */
export const sessionTicket = async (socket: TLSSocket): Promise<void> => {
  if (socket.getProtocol() !== 'TLSv1.3') return;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), longestWaitMs);
  try {
    await once(socket, 'session', { signal: controller.signal });
  } catch (error) {
    // No ticket in time is no fault.
    if (!controller.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
  await setImmediate();
};
