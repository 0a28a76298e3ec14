import { connect, type Socket } from 'node:net';
import { listenOnLoopback, type LoopbackServer, recordLines } from '../faults/loopbackServer.ts';

export type ProxyWishes = {
  /** Where every connection leads, whatever was asked for. */
  readonly port: number;
  /** What has to be in Proxy-Authorization; left out: nothing. */
  readonly authorization?: string;
  /** Exact bytes instead of the proxy's own answer. */
  readonly answer?: string;
};

const denied = [
  'HTTP/1.1 407 Sign in to the proxy of Contoso',
  'Proxy-Authenticate: Negotiate, Basic realm="contoso"',
  'Content-Length: 0',
  '',
  '',
].join('\r\n');

const established = 'HTTP/1.1 200 Connection established\r\n\r\n';

const tunnel = (client: Socket, port: number): void => {
  const server = connect(port, '127.0.0.1');
  server.on('error', () => client.destroy());
  client.pipe(server).pipe(client);
};

/** Starts an HTTP proxy on this machine that knows CONNECT only. `received` has the lines of every request. */
export function connectProxy({ port, authorization, answer }: ProxyWishes): Promise<LoopbackServer> {
  return listenOnLoopback((client, received) => {
    const lines: string[] = [];
    recordLines(client, lines);
    const onData = (): void => {
      if (!lines.includes('')) return;
      client.off('data', onData);
      received.push(...lines);
      const isAllowed =
        authorization === undefined ||
        lines.some((line) => /^proxy-authorization: /i.test(line) && line.endsWith(authorization));
      client.write(answer ?? (isAllowed ? established : denied));
      if (answer === undefined && isAllowed) tunnel(client, port);
    };
    client.on('data', onData);
  });
}
