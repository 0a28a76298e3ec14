import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { errorCode } from '../net/connectionError.ts';
import { PortInUse, PortReserved } from './oauthError.ts';

const addressMissing = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

/** In bytes. A browser sends the cookies of every program that ever was at `localhost`, whatever its port. */
const longestHeaders = 262_144;

/** Makes a server over HTTP; a fake one in tests. */
export type CreateServer = (onRequest: RequestListener) => Server;

const createHttpServer: CreateServer = (onRequest) =>
  createServer({ maxHeaderSize: longestHeaders }, onRequest);

/**
 * Listens for the browser on one address of the machine itself; null: there is no such address (`::1` without IPv6).
 * Throws PortInUse, PortReserved, or another error of listening.
 */
export const listenForBrowser = async (
  { address, port }: { address: string; port: number },
  onRequest: RequestListener,
  create: CreateServer = createHttpServer,
): Promise<Server | null> => {
  const server = create(onRequest);
  server.listen({ host: address, port, exclusive: true });
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EADDRINUSE') throw new PortInUse(port);
    if (code === 'EACCES') throw new PortReserved(port);
    if (address === '::1' && code !== null && addressMissing.has(code)) return null;
    throw error;
  }
};

/** Ends a server, and whatever is still connected to it. */
export const closeServer = async (server: Server): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
};
