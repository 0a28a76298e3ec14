import { isIPv6, type Socket } from 'node:net';
import { resolveHost } from '../dns/resolveHost.ts';
import { type HttpHeaders, type HttpMethod, openHttpConnection } from '../http/httpConnection.ts';
import { openTrusted } from '../tls/openTrusted.ts';
import type { TrustAnchors } from '../tls/trustStore.ts';
import { abortReason } from './abortReason.ts';
import { connectInOrder, NoAddressReached } from './connectInOrder.ts';
import { openTunnel, ProxyRefusal, type ProxyServer } from './proxyTunnel.ts';
import { ProxyUnreached } from './proxyUnreached.ts';
import { untilAborted } from './untilAborted.ts';
import { isLoopback } from './loopback.ts';

export type ExchangeRequest = {
  method: HttpMethod;
  /** `https:`, or `http:` for this machine itself. */
  url: string;
  headers: Record<string, string>;
  body: string | null;
  signal: AbortSignal;
};

export type ExchangeAnswer = {
  status: number;
  /** By names in small letters; several lines of one name are put together with `, ` (RFC 9110, 5.3). */
  headers: Record<string, string>;
  body: string;
};

/**
 * One request and its answer on a connection of their own; no redirect is followed. Throws CertificateRefusal,
 * HandshakeError, ConnectionError, ProxyRefusal, ProxyUnreached, ExchangeTimeout, UnsafeAddress, NoAddressReached, an error
 * of Node, or the signal's reason.
 */
export type HttpExchange = (request: ExchangeRequest) => Promise<ExchangeAnswer>;

type Target = { host: string; port: number };

export type ExchangeParts = {
  anchors: TrustAnchors;
  /** The proxy that leads to an address; null: none. */
  proxy: (url: URL) => ProxyServer | null;
  /** How long an exchange may take, in milliseconds. */
  timeoutMs: number;
  connect?: (target: Target, signal: AbortSignal) => Promise<Socket>;
};

/** An exchange was not done in its time. */
export class ExchangeTimeout extends Error {
  override readonly name = 'ExchangeTimeout';
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('ETIMEDOUT');
  }
}

/** An address that secrets must not be sent to: it is neither `https:` nor on this machine. */
export class UnsafeAddress extends Error {
  override readonly name = 'UnsafeAddress';
  readonly code = 'EUNSAFE';

  constructor() {
    super('EUNSAFE');
  }
}

const connectTo = async ({ host, port }: Target, signal: AbortSignal): Promise<Socket> => {
  try {
    const { addresses } = await untilAborted(resolveHost(host), signal);
    return (await connectInOrder({ addresses, port }, signal)).socket;
  } catch (error) {
    // Each address has its own error; the last one tells what a single one would have told.
    throw error instanceof NoAddressReached ? (error.attempts.at(-1)?.error ?? error) : error;
  }
};

const targetOf = ({ protocol, hostname, port }: URL): Target => {
  const bare = hostname.replace(/^\[|\]$/g, '');
  const host = isIPv6(bare) ? bare : hostname;
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(host))) throw new UnsafeAddress();
  return { host, port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port) };
};

const connectThrough = async (
  proxy: ProxyServer,
  target: Target,
  { connect }: Required<ExchangeParts>,
  signal: AbortSignal,
): Promise<Socket> => {
  try {
    return await openTunnel(await connect(proxy, signal), { target, proxy, signal });
  } catch (error) {
    throw error instanceof ProxyRefusal ? error : new ProxyUnreached(proxy, error);
  }
};

const reach = async (url: URL, parts: Required<ExchangeParts>, signal: AbortSignal): Promise<Socket> => {
  const target = targetOf(url);
  const proxy = parts.proxy(url);
  const socket =
    proxy === null ? await parts.connect(target, signal) : await connectThrough(proxy, target, parts, signal);
  if (url.protocol === 'http:') return socket;
  return openTrusted(socket, { host: target.host, anchors: parts.anchors, signal });
};

const joined = (headers: HttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values.join(', ')]));

const exchange = async (
  { method, url, headers, body }: ExchangeRequest,
  parts: Required<ExchangeParts>,
  signal: AbortSignal,
): Promise<ExchangeAnswer> => {
  const address = new URL(url);
  const socket = await reach(address, parts, signal);
  const onAbort = (): void => void socket.destroy(abortReason(signal));
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  const connection = openHttpConnection(socket, { host: address.host });
  try {
    const path = `${address.pathname}${address.search}`;
    const answer = await connection.request({ method, path, headers, body });
    return {
      ...{ status: answer.status, headers: joined(answer.headers) },
      body: answer.body.toString('utf8'),
    };
  } finally {
    signal.removeEventListener('abort', onAbort);
    connection.close();
  }
};

const timeUp = (error: unknown): Error => {
  const timeout = new ExchangeTimeout();
  return error instanceof ProxyUnreached ? new ProxyUnreached(error.proxy, timeout) : timeout;
};

/** Makes exchanges that trust these certificates, go through this proxy, and each end in this time. */
export const createHttpsExchange = (parts: ExchangeParts): HttpExchange => {
  const complete = { connect: connectTo, ...parts };
  return async (request) => {
    const limit = AbortSignal.timeout(parts.timeoutMs);
    try {
      return await exchange(request, complete, AbortSignal.any([request.signal, limit]));
    } catch (error) {
      if (request.signal.aborted) throw abortReason(request.signal);
      throw limit.aborted ? timeUp(error) : error;
    }
  };
};
