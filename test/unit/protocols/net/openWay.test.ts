import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openWay, UnsafeAddress } from '../../../../electron/protocols/net/openWay.ts';
import { ProxyUnreached } from '../../../../electron/protocols/net/proxyUnreached.ts';

const { signal } = new AbortController();

const listen = async () => {
  const server = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return {
    port,
    accepted: once(server, 'connection'),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
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

  it('ends with the reason of the signal, also through a proxy', async () => {
    const server = await listen();
    const reason = new Error('cancelled');
    const controller = new AbortController();
    const proxy = { host: '127.0.0.1', port: server.port, credential: null };
    const reached = openWay(new URL('https://login.example/tenant'), { proxy }, controller.signal);
    await Promise.race([server.accepted, reached]);
    controller.abort(reason);
    await expect(reached).rejects.toBe(reason);
    await expect(openWay(new URL('https://login.example/'), { proxy }, controller.signal)).rejects.toBe(
      reason,
    );
    await server.close();
  });

  it('refuses an address that secrets must not be sent to as it fails in every other way', async () => {
    const refused = openWay(new URL('http://login.example/'), { proxy: null }, signal);
    await expect(refused).rejects.toBeInstanceOf(UnsafeAddress);
  });
});
