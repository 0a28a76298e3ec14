import type { Socket } from 'node:net';
import { abortReason } from '../../concurrency/abortReason.ts';
import { type HttpHeaders, type HttpMethod, openHttpConnection } from '../http/httpConnection.ts';
import { openTrusted } from '../tls/openTrusted.ts';
import type { TrustAnchors } from '../tls/trustStore.ts';
import { type Connect, openWay, targetOf } from './openWay.ts';
import type { ProxyServer } from './proxyTunnel.ts';
import { ProxyUnreached } from './proxyUnreached.ts';

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

export type ExchangeParts = {
  anchors: TrustAnchors;
  /** The proxy that leads to an address; null: none. */
  proxy: (url: URL) => ProxyServer | null;
  /** How long an exchange may take, in milliseconds. */
  timeoutMs: number;
  connect?: Connect;
};

/** An exchange was not done in its time. */
export class ExchangeTimeout extends Error {
  override readonly name = 'ExchangeTimeout';
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('ETIMEDOUT');
  }
}

type ReachParts = Omit<ExchangeParts, 'anchors'>;

const openNamed = (url: URL, { proxy, connect }: ReachParts, signal: AbortSignal): Promise<Socket> => {
  const way = proxy(url);
  return openWay(url, { proxy: way, connect }, signal).catch((error: unknown) => {
    // Whose time was up is told from how far it came.
    throw signal.aborted && way !== null ? new ProxyUnreached(way, error) : error;
  });
};

const reach = async (url: URL, parts: ExchangeParts, signal: AbortSignal): Promise<Socket> => {
  const { anchors } = parts;
  const socket = await openNamed(url, parts, signal);
  if (url.protocol === 'http:') return socket;
  return openTrusted(socket, { host: targetOf(url).host, anchors, signal });
};

const joined = (headers: HttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values.join(', ')]));

const exchange = async (
  { method, url, headers, body }: ExchangeRequest,
  parts: ExchangeParts,
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

const inTime = async <Result>(
  timeoutMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    return await work(AbortSignal.any([signal, limit]));
  } catch (error) {
    if (signal.aborted) throw abortReason(signal);
    throw limit.aborted ? timeUp(error) : error;
  }
};

/**
 * Connects to the server of an address as an exchange does, in the same time, and says nothing to it. Throws as `openWay`,
 * ExchangeTimeout, or the signal's reason.
 */
export const createReach =
  (parts: ReachParts) =>
  (url: URL, signal: AbortSignal): Promise<void> =>
    inTime(parts.timeoutMs, signal, async (limited) => {
      (await openNamed(url, parts, limited)).destroy();
    });

/** Makes exchanges that trust these certificates, go through this proxy, and each end in this time. */
export const createHttpsExchange =
  (parts: ExchangeParts): HttpExchange =>
  (request) =>
    inTime(parts.timeoutMs, request.signal, (limited) => exchange(request, parts, limited));
