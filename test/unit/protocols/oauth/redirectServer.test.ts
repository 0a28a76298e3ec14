import { Server } from 'node:http';
import { expect, it } from 'vitest';
import { listenForBrowser } from '../../../../electron/protocols/oauth/redirectServer.ts';

/** A server that the system does not let listen. */
const refusedWith = (code: string) => (): Server => {
  const server = new Server();
  server.listen = (): Server => {
    const error = Object.assign(new Error(code), { code });
    process.nextTick(() => server.emit('error', error));
    return server;
  };
  return server;
};
const listen = (address: string, code: string) =>
  listenForBrowser({ address, port: 9_999 }, () => undefined, refusedWith(code));

it.each(['127.0.0.1', '::1'])(
  'a port of %s that the system keeps for itself is named as such',
  async (address) => {
    await expect(listen(address, 'EACCES')).rejects.toMatchObject({ name: 'PortReserved', port: 9_999 });
  },
);

it('a port that another program has is named as such', async () => {
  await expect(listen('127.0.0.1', 'EADDRINUSE')).rejects.toMatchObject({ name: 'PortInUse', port: 9_999 });
});

it('where there is no IPv6 nobody listens there', async () => {
  expect(await listen('::1', 'EADDRNOTAVAIL')).toBeNull();
  await expect(listen('127.0.0.1', 'EADDRNOTAVAIL')).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
});
