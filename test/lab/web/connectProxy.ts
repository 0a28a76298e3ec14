import { connect, type Socket } from 'node:net';
import { listenOnLoopback, type LoopbackServer, recordLines } from '../faults/loopbackServer.ts';

export type ProxyWishes = {
  /** Where connections lead: all to one port of this machine, or each by its `host:port`; others are refused. */
  readonly port: number | Readonly<Record<string, number>>;
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

const unknown = 'HTTP/1.1 502 No such server\r\nContent-Length: 0\r\n\r\n';
const established = 'HTTP/1.1 200 Connection established\r\n\r\n';

const tunnel = (client: Socket, port: number): void => {
  const server = connect(port, '127.0.0.1');
  server.on('error', () => client.destroy());
  // Who breaks off ends nothing that a pipe would pass on.
  client.once('close', () => server.destroy());
  client.pipe(server).pipe(client);
};

const portFor = (port: ProxyWishes['port'], [request = '']: readonly string[]): number | undefined =>
  typeof port === 'number' ? port : port[request.split(' ')[1] ?? ''];

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
      const target = portFor(port, lines);
      const own = target === undefined ? unknown : established;
      client.write(answer ?? (isAllowed ? own : denied));
      if (answer === undefined && isAllowed && target !== undefined) tunnel(client, target);
    };
    client.on('data', onData);
  });
}
