import type { Socket } from 'node:net';
import { resolveHost } from '../../../../protocols/dns/resolveHost.ts';
import { connectInOrder } from '../../../../protocols/net/connectInOrder.ts';
import { openTunnel, ProxyRefusal } from '../../../../protocols/net/proxyTunnel.ts';
import { ProxyUnreached } from '../../../../protocols/net/proxyUnreached.ts';
import type { FoundProxy } from '../../../../protocols/net/systemProxy.ts';
import { untilAborted } from '../../../../protocols/net/untilAborted.ts';

type Place = { host: string; port: number };

const connect = async ({ host, port }: Place, signal: AbortSignal): Promise<Socket> => {
  const { addresses } = await untilAborted(resolveHost(host), signal);
  return (await connectInOrder({ addresses, port }, signal)).socket;
};

/**
 * Sees whether the server at an address can be connected to, through the proxy where there is one; nothing is said to it. Throws
 * NoAddressReached, ProxyRefusal, ProxyUnreached, an error of Node, or the signal's reason.
 */
export const reachProvider = async (
  { hostname, port, protocol }: URL,
  { proxy }: Pick<FoundProxy, 'proxy'>,
  signal: AbortSignal,
): Promise<void> => {
  const usual = protocol === 'http:' ? 80 : 443;
  const target = { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) };
  if (proxy === null) return void (await connect(target, signal)).destroy();
  try {
    const socket = await connect(proxy, signal);
    await openTunnel(socket, { target, proxy, signal }).finally(() => socket.destroy());
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof ProxyRefusal ? error : new ProxyUnreached(proxy, error);
  }
};
