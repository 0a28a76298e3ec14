import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CuttableProxy, startCuttableProxy } from './faults/cuttableProxy.ts';
import { listenOnLoopback, type LoopbackServer } from './faults/loopbackServer.ts';

// Linux answers on all of 127.0.0.0/8; other systems only on its first address.
describe.runIf(process.platform === 'linux')('a network that can fail', () => {
  let server: LoopbackServer;
  let network: CuttableProxy;
  let client: Socket;

  beforeEach(async () => {
    server = await listenOnLoopback((socket) => socket.pipe(socket));
    network = await startCuttableProxy({ address: '127.86.75.3', target: '127.0.0.1', ports: [server.port] });
    client = connect(server.port, network.address);
    client.on('error', () => client.destroy());
    await once(client, 'connect');
  });

  afterEach(async () => {
    client.destroy();
    await network.close();
    await server.close();
  });

  async function answer(): Promise<string> {
    return String(((await once(client, 'data')) as [Buffer])[0]);
  }

  it('passes on in both directions', async () => {
    client.write('hello');
    expect(await answer()).toBe('hello');
  });

  it.each([
    ['before anything is sent', () => network.hold()],
    ['in the middle of an answer', () => (network.onAnswer = () => network.hold())],
  ])('lets nothing pass when it is held %s, and loses nothing', async (_, fail) => {
    fail();
    client.write('hello');
    const answered = answer();
    // Silence cannot be awaited by event.
    expect(await Promise.race([answered, pause(30, 'nothing')])).toBe('nothing');
    network.onAnswer = () => undefined;
    network.release();
    expect(await answered).toBe('hello');
  });

  it('resets what is connected when cut, and takes new connections', async () => {
    const ended = once(client, 'close');
    network.cut();
    await expect(ended).rejects.toMatchObject({ code: 'ECONNRESET' });
    client = connect(server.port, network.address);
    client.write('again');
    expect(await answer()).toBe('again');
  });

  it('refuses once it is closed', async () => {
    await network.close();
    await network.close();
    const late = connect(server.port, network.address);
    await expect(once(late, 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
