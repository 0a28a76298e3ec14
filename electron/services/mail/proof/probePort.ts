import { ConnectionError } from '../../../protocols/net/connectionError.ts';
import { LineReader } from '../../../protocols/net/lineReader.ts';
import { openSocket } from '../../../protocols/net/openSocket.ts';
import { withConnection } from '../../../protocols/net/withConnection.ts';
import { HandshakeError, secureSocket } from '../../../protocols/tls/secureSocket.ts';
import { StageFailure } from '../../proof/stage.ts';
import { type SmtpContext, smtpFinding, type SmtpWork } from './smtpStage.ts';
import { serviceParameters } from './serviceParameters.ts';

export type ProbedPort = { address: string; signal: AbortSignal };

/** True for what OpenSSL says to an answer that is no TLS. */
export const isNoTls = (error: unknown): boolean =>
  error instanceof HandshakeError && /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG/.test(error.code);

/** What a port says that speaks TLS and refuses this handshake. */
const isTlsAnswer = (error: unknown): boolean =>
  error instanceof HandshakeError && /ALERT|UNSUPPORTED_PROTOCOL|UNRECOGNIZED_NAME/.test(error.code);

/** How a port answers a TLS handshake on a connection of its own: in TLS, in another way, or not at all. */
export const answerToTls = async (
  { address, signal }: ProbedPort,
  { delivery, trustStore }: SmtpContext,
): Promise<'tls' | 'other' | 'none'> => {
  const { host, port, trust } = delivery.values;
  try {
    const socket = await openSocket(address, port, signal);
    const secured = await secureSocket(socket, { host, anchors: trustStore.anchorsOf(trust), signal });
    secured.destroy();
    return 'tls';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (isTlsAnswer(error)) return 'tls';
    return isNoTls(error) ? 'other' : 'none';
  }
};

const longestProbeMs = 2_000;

/**
 * What a port says first on a connection of its own, in the clear; empty: nothing for two seconds. After one it is
 * spoken to, since a web server waits for that: every command is nonsense to it, and QUIT does no harm to others.
 */
const plainWords = async ({ address, signal }: ProbedPort, { delivery }: SmtpContext): Promise<string> => {
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

/** What a server of SMTP says first (RFC 5321, 3.1), whether it accepts or refuses. */
const smtpGreeting = /^[245]\d\d(?:[ -]|$)/;

/** Fails the stage when what a port says in the clear is no SMTP. Silence proves nothing. */
export const requireMailServer = async (
  port: ProbedPort,
  { evidence, state }: SmtpWork,
  context: SmtpContext,
): Promise<void> => {
  const words = await plainWords(port, context);
  if (words === '' || smtpGreeting.test(words)) return;
  evidence.reply({ command: null, code: null, enhanced: null, text: words });
  state.close();
  throw new StageFailure(
    smtpFinding(context, state, { code: 'greetingNotSmtp', parameters: serviceParameters(words) }),
  );
};
