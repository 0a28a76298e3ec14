import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The way of a call with nothing of ours on it: what the machine needs to carry a question and its answer. */
export type Floor = { carry(): Promise<unknown>; close(): void };

const answer = { presets: [] };

const inProcess = async (): Promise<Floor> => ({ carry: async () => answer, close: () => undefined });

const messagePort = async (): Promise<Floor> => {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => port1.postMessage(JSON.stringify(answer)));
  port1.start();
  port2.start();
  return {
    carry: () => {
      const answered = once(port2, 'message');
      port2.postMessage('{}');
      return answered;
    },
    close: () => port1.close(),
  };
};

const http = async (): Promise<Floor> => {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    carry: async () => (await fetch(address, { method: 'POST', body: '{}' })).text(),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

/** By the name of the door. */
export const callFloors: Readonly<Record<string, () => Promise<Floor>>> = {
  'in process': inProcess,
  'message port': messagePort,
  HTTP: http,
};
