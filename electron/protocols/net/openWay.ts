import { isIPv6, type Socket } from 'node:net';
import { abortReason } from '../../concurrency/abortReason.ts';
import { untilAborted } from '../../concurrency/untilAborted.ts';
import { isOwnHost } from '../../contract/mail/ownHost.ts';
import { resolveHost } from '../dns/resolveHost.ts';
import { connectInOrder, NoAddressReached } from './connectInOrder.ts';
import { openTunnel, ProxyRefusal, type ProxyServer } from './proxyTunnel.ts';
import { ProxyUnreached } from './proxyUnreached.ts';

type Target = { host: string; port: number };

export type Connect = (target: Target, signal: AbortSignal) => Promise<Socket>;

/** `proxy`: the one that leads to the address; null: none. */
export type Way = { proxy: ProxyServer | null; connect?: Connect | undefined };

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

/** The server of an address that secrets may be sent to. Throws UnsafeAddress. */
export const targetOf = ({ protocol, hostname, port }: URL): Target => {
  const bare = hostname.replace(/^\[|\]$/g, '');
  const host = isIPv6(bare) ? bare : hostname;
  if (protocol !== 'https:' && !(protocol === 'http:' && isOwnHost(host))) throw new UnsafeAddress();
  return { host, port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port) };
};

const connectThrough = async (
  proxy: ProxyServer,
  target: Target,
  connect: Connect,
  signal: AbortSignal,
): Promise<Socket> => {
  try {
    return await openTunnel(await connect(proxy, signal), { target, proxy, signal });
  } catch (error) {
    if (signal.aborted) throw abortReason(signal);
    throw error instanceof ProxyRefusal ? error : new ProxyUnreached(proxy, error);
  }
};

/**
 * Connects to the server of an address, through the proxy where there is one; nothing is said to it yet. Throws UnsafeAddress,
 * NoAddressReached, ConnectionError, ProxyRefusal, ProxyUnreached, an error of Node, or the signal's reason.
 */
export const openWay = async (
  url: URL,
  { proxy, connect = connectTo }: Way,
  signal: AbortSignal,
): Promise<Socket> => {
  const target = targetOf(url);
  return proxy === null ? connect(target, signal) : connectThrough(proxy, target, connect, signal);
};
