import { type AddressInfo, createServer } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread reports once it listens. */
export type FilteredPortMessage = {
  readonly port: number;
};

const closing = workerData as Int32Array<SharedArrayBuffer>;
const server = createServer((socket) => socket.destroy());

server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  const message: FilteredPortMessage = { port: (server.address() as AddressInfo).port };
  parentPort?.postMessage(message);
  // The thread stands still here, so that nobody accepts a connection.
  Atomics.wait(closing, 0, 0);
  server.close();
});
