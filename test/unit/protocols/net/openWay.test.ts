import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openWay } from '../../../../electron/protocols/net/openWay.ts';
import { ProxyUnreached } from '../../../../electron/protocols/net/proxyUnreached.ts';

const { signal } = new AbortController();

const listen = async () => {
  const server = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
};

describe('the way to an address', () => {
  it('is a connection to its server', async () => {
    const server = await listen();
    const address = new URL(`https://127.0.0.1:${server.port}/tenant`);
    (await openWay(address, { proxy: null }, signal)).destroy();
    await server.close();
    await expect(openWay(address, { proxy: null }, signal)).rejects.toThrow();
  });

  it('says that the proxy that leads to it was not reached', async () => {
    const server = await listen();
    await server.close();
    const proxy = { host: '127.0.0.1', port: server.port, credential: null };
    const reached = openWay(new URL('https://login.example/tenant'), { proxy }, signal);
    await expect(reached).rejects.toBeInstanceOf(ProxyUnreached);
  });
});
