import type { Socket } from 'node:net';
import { resolveHost } from '../dns/resolveHost.ts';
import { connectInOrder } from './connectInOrder.ts';

type Target = { host: string; port: number };

/**
 * Does `work` on a TCP connection of its own, which is closed when the work has ended, however that was, and at once
 * when the signal aborts. Throws an error of the resolver, NoAddressReached, the signal's reason, or what `work` throws.
 */
export const withConnection = async <Result>(
  { host, port }: Target,
  signal: AbortSignal,
  work: (socket: Socket) => Promise<Result>,
): Promise<Result> => {
  const { addresses } = await resolveHost(host);
  const { socket } = await connectInOrder({ addresses, port }, signal);
  const close = (): void => void socket.destroy();
  signal.addEventListener('abort', close, { once: true });
  if (signal.aborted) close();
  try {
    return await work(socket);
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
};
