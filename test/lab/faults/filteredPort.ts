import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { FilteredPortMessage } from './filteredPortThread.ts';

/** A port on which connection attempts get no answer, as behind a firewall that drops them. */
export type FilteredPort = {
  readonly port: number;
  /** Frees the port. */
  close(): Promise<void>;
};

/** Whether this machine can have a filtered port. */
export type FilteredPortResult =
  ({ readonly available: true } & FilteredPort) | { readonly available: false; readonly reason: string };

// With a backlog of 1, Linux completes two connections that nobody accepts and drops what comes after (listen(2)).
const queueLength = 2;

async function fillQueue(port: number): Promise<Socket[]> {
  const sockets = Array.from({ length: queueLength }, () => connect(port, '127.0.0.1'));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  return sockets;
}

/**
 * Opens a port that never answers: a thread listens but does not accept, and its queue is full. Needs no firewall and
 * no rights.
 * @returns the port, or why there is none: other systems than Linux refuse what Linux drops.
 */
export async function openFilteredPort(): Promise<FilteredPortResult> {
  if (process.platform !== 'linux') {
    return {
      available: false,
      reason: `A port that drops connections needs Linux; this is ${process.platform}.`,
    };
  }
  const closing = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(new URL('filteredPortThread.ts', import.meta.url), { workerData: closing });
  const [message] = (await once(thread, 'message')) as [FilteredPortMessage];
  const sockets = await fillQueue(message.port);
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.on('error', () => socket.destroy()).destroy();
    const ended = once(thread, 'exit');
    Atomics.store(closing, 0, 1);
    Atomics.notify(closing, 0);
    await ended;
  };
  return { available: true, port: message.port, close };
}
