import { Agent, type IncomingMessage, request } from 'node:http';
import { isIPv6, type Socket } from 'node:net';
import { abortReason } from '../../concurrency/abortReason.ts';
import { hostToAscii } from '../dns/hostToAscii.ts';
import { toHttpError } from '../http/httpError.ts';
import { offeredSchemes } from '../http/challenges.ts';
import { serverWords } from '../http/serverWords.ts';
import { decodeText } from '../text/decodeText.ts';
import { decodeLine } from './lineReader.ts';

/** An HTTP proxy that connections are asked of. */
export type ProxyServer = {
  host: string;
  port: number;
  credential: { userName: string; password: string } | null;
};

/** `host:port` of a proxy. */
export const proxyName = ({ host, port }: ProxyServer): string => `${host}:${port}`;

export type ProxyRefusalCode =
  /** 407: it wants a sign-in, or another one. */
  | 'EPROXYAUTH'
  /** It does not connect, or answers in place of the server. */
  | 'EPROXYREFUSED';

/** What a proxy answered; `behind`: what came behind the header of an answer that opens the tunnel. */
type ProxyAnswer = Pick<IncomingMessage, 'statusCode' | 'statusMessage' | 'headersDistinct'> & {
  behind?: Buffer;
};

/** Node reads each byte as a character; UTF-8 is what people read (RFC 9112, 4, leaves it open). */
const reasonOf = ({ statusMessage = '' }: ProxyAnswer): string =>
  decodeLine(Buffer.from(statusMessage, 'latin1'));

const wordsOf = (answer: ProxyAnswer): string =>
  [reasonOf(answer), serverWords(decodeText(answer.behind ?? Buffer.alloc(0)), [])].join(' ').trim();

/** A proxy that does not let a connection through; `words` is the reason it gives in its status line, and in its page. */
export class ProxyRefusal extends Error {
  override readonly name = 'ProxyRefusal';
  readonly code: ProxyRefusalCode;
  readonly status: number;
  readonly words: string;
  /** Ways to sign in that it offers, such as `Negotiate`. */
  readonly offered: readonly string[];
  /** Its `host:port`. */
  readonly proxy: string;

  constructor(answer: ProxyAnswer, proxy: ProxyServer) {
    const { statusCode = 0, headersDistinct } = answer;
    const words = wordsOf(answer);
    super(`${statusCode} ${words}`);
    this.code = statusCode === 407 ? 'EPROXYAUTH' : 'EPROXYREFUSED';
    this.status = statusCode;
    this.words = words;
    this.offered = offeredSchemes(headersDistinct['proxy-authenticate'] ?? []);
    this.proxy = proxyName(proxy);
  }
}

export type TunnelOptions = {
  target: { host: string; port: number };
  proxy: ProxyServer;
  signal: AbortSignal;
};

const longestHeader = 16_384;

const authorityOf = ({ host, port }: TunnelOptions['target']): string => {
  const name = hostToAscii(host);
  return `${isIPv6(name) ? `[${name}]` : name}:${port}`;
};

/** RFC 7617: in UTF-8. */
const basic = ({ userName, password }: NonNullable<ProxyServer['credential']>): string =>
  `Basic ${Buffer.from(`${userName}:${password}`, 'utf8').toString('base64')}`;

const askFor = (socket: Socket, { target, proxy }: TunnelOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    const authority = authorityOf(target);
    const agent = new Agent({ maxSockets: 1 });
    agent.createConnection = () => socket;
    const headers = {
      host: authority,
      ...(proxy.credential === null ? {} : { 'proxy-authorization': basic(proxy.credential) }),
    };
    const sent = request({
      ...{ agent, method: 'CONNECT', path: authority, headers },
      ...{ maxHeaderSize: longestHeader, setHost: false },
    });
    sent.on('error', reject).on('connect', (answer: IncomingMessage, _socket, head: Buffer) => {
      const { statusCode = 0 } = answer;
      const { statusMessage = '', headersDistinct } = answer;
      if (statusCode < 200 || statusCode > 299) reject(new ProxyRefusal(answer, proxy));
      // In TLS the client speaks first: these bytes are the proxy's, and would be taken for the server's.
      else if (head.length > 0)
        reject(new ProxyRefusal({ statusCode, statusMessage, headersDistinct, behind: head }, proxy));
      else resolve();
    });
    sent.end();
  });

/**
 * Asks a proxy for a connection to a server (CONNECT: RFC 9110, 9.3.6), once, signing in with Basic where there is a
 * credential; from then on the socket leads to that server. Throws ProxyRefusal, ConnectionError (EOF, EPROTO,
 * EMSGSIZE), the socket's error, or the signal's reason; then the socket is closed.
 */
export const openTunnel = async (socket: Socket, options: TunnelOptions): Promise<Socket> => {
  const { signal } = options;
  const onAbort = (): void => void socket.destroy(abortReason(signal));
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    await askFor(socket, options);
    return socket;
  } catch (error) {
    socket.destroy();
    throw signal.aborted ? abortReason(signal) : toHttpError(error);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
};
