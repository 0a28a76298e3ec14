import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** A server inside this process, on a free port of 127.0.0.1. */
export type LoopbackServer = {
  readonly port: number;
  /** Lines that clients have sent, without line ends, in the order of arrival; decrypted where TLS is spoken. */
  readonly received: readonly string[];
  /** Connections open at this moment. */
  connections(): number;
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
};

/** What a server does with one connection; it adds each line that it gets to `received`. */
export type ServeConnection = (socket: Socket, received: string[]) => void;

async function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  for (const socket of sockets) socket.destroy();
  await closed;
}

/** Adds what the client sends to `received`, line by line; an unfinished last line is left out. */
export function recordLines(socket: Socket, received: string[]): void {
  let pending = '';
  socket.on('data', (chunk) => {
    const lines = `${pending}${chunk.toString('latin1')}`.split(/\r?\n/);
    pending = lines.pop() ?? '';
    received.push(...lines);
  });
}

/** Starts a server on a port that the system picks; it listens when the promise settles. */
export async function listenOnLoopback(serve: ServeConnection): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  const received: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Clients of a fault server hang up in every possible way: no error of a connection is one of the server.
    socket.on('error', () => socket.destroy());
    serve(socket, received);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, received, connections: () => sockets.size, close: () => closeServer(server, sockets) };
}
