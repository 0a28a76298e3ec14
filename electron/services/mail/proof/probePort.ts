import { ConnectionError } from '../../../protocols/net/connectionError.ts';
import { LineReader } from '../../../protocols/net/lineReader.ts';
import { openSocket } from '../../../protocols/net/openSocket.ts';
import { withConnection } from '../../../protocols/net/withConnection.ts';
import { HandshakeError, secureSocket } from '../../../protocols/tls/secureSocket.ts';
import type { SmtpContext } from './smtpStage.ts';

export type ProbedPort = { address: string; signal: AbortSignal };

/** What a port says that speaks TLS and refuses this handshake. */
const isTlsAnswer = (error: unknown): boolean =>
  error instanceof HandshakeError && /ALERT|UNSUPPORTED_PROTOCOL|UNRECOGNIZED_NAME/.test(error.code);

/** True when a port answers a TLS handshake on a connection of its own. */
export const speaksTls = async (
  { address, signal }: ProbedPort,
  { delivery, trustStore }: SmtpContext,
): Promise<boolean> => {
  const { host, port, trust } = delivery.values;
  try {
    const socket = await openSocket(address, port, signal);
    const secured = await secureSocket(socket, { host, anchors: trustStore.anchorsOf(trust), signal });
    secured.destroy();
    return true;
  } catch (error) {
    // Whatever else went wrong, TLS was not what the port waits for.
    if (error instanceof Error) return isTlsAnswer(error);
    throw error;
  }
};

const longestProbeMs = 2_000;

/**
 * What a port says first on a connection of its own, in the clear; empty: nothing for two seconds. After one it is
 * spoken to, since a web server waits for that: every command is nonsense to it, and QUIT does no harm to others.
 */
export const plainWords = async (
  { address, signal }: ProbedPort,
  { delivery }: SmtpContext,
): Promise<string> => {
  const { port, timeoutMs } = delivery.values;
  const limitMs = Math.min(longestProbeMs, timeoutMs / 2);
  const limit = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
  try {
    return await withConnection({ host: address, port }, limit, async (socket) => {
      const timer = setTimeout(() => socket.write('QUIT\r\n'), limitMs / 2);
      return new LineReader(socket).next().finally(() => clearTimeout(timer));
    });
  } catch (error) {
    if (error instanceof ConnectionError) return error.words;
    if (error instanceof Error) return '';
    throw error;
  }
};
