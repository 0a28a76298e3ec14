import type { Socket } from 'node:net';
import { listenOnLoopback, type LoopbackServer, recordLines } from '../faults/loopbackServer.ts';
import { secureConnection, type ServerTls } from '../faults/serverTls.ts';

/** What a scripted web server does when the header of a request has come; `count` is 1 for a connection's first. */
export type WebScript = (socket: Socket, count: number) => void;

/**
 * Starts a web server that answers with exact bytes, on one port of this machine, inside TLS where it is given.
 * `received` has the lines of every request.
 */
export function scriptedWeb(script: WebScript, serverTls?: ServerTls): Promise<LoopbackServer> {
  return listenOnLoopback((plain, received) => {
    const serve = (socket: Socket): void => {
      let count = 0;
      let header = '';
      recordLines(socket, received);
      socket.on('data', (chunk) => {
        header += chunk.toString('latin1');
        for (let end = header.indexOf('\r\n\r\n'); end >= 0; end = header.indexOf('\r\n\r\n')) {
          header = header.slice(end + 4);
          count += 1;
          script(socket, count);
        }
      });
    };
    if (serverTls === undefined) return void serve(plain);
    void secureConnection(plain, serverTls).then((secured) => {
      if (secured !== undefined) serve(secured);
    });
  });
}

/** Writes an answer with a right length. */
export const webAnswer = (status: string, body = '', fields: readonly string[] = []): string =>
  [`HTTP/1.1 ${status}`, ...fields, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n');
