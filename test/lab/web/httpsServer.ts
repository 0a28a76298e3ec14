import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { ServerTls } from '../faults/serverTls.ts';

export type WebRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The same for all requests of one connection. */
  readonly connection: Socket;
};

export type WebReply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
};

/** A web server inside this process, on a free port of 127.0.0.1. */
export type HttpsServer = {
  readonly port: number;
  /** All requests, in the order of their coming. */
  readonly received: readonly WebRequest[];
  close(): Promise<void>;
};

const toRequest = async (incoming: IncomingMessage): Promise<WebRequest> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const { method = '', url = '', headers, socket } = incoming;
  return { method, path: url, headers, body: Buffer.concat(chunks), connection: socket };
};

/** Starts a web server over TLS. What `reply` throws is answered with 500 and its words, so that a test shows it. */
export async function startHttpsServer(
  { key, cert }: ServerTls,
  reply: (request: WebRequest) => Promise<WebReply>,
): Promise<HttpsServer> {
  const received: WebRequest[] = [];
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    const answer = async (): Promise<WebReply> => {
      const request = await toRequest(incoming);
      received.push(request);
      return reply(request);
    };
    const send = ({ status, headers = {}, body = '' }: WebReply): void => {
      for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
      outgoing.writeHead(status).end(body);
    };
    void answer().then(send, (error: unknown) => send({ status: 500, body: String(error) }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    received,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
