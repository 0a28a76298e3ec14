import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { probePorts } from '../../../../electron/protocols/net/probePorts.ts';

const { signal } = new AbortController();
const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
const silent = (_address: string, _port: number, either: AbortSignal) =>
  new Promise<never>((_, reject) => either.addEventListener('abort', () => reject(new Error('closed'))));

const probe = (open: NonNullable<Parameters<typeof probePorts>[3]['open']>) =>
  probePorts('192.0.2.1', [389], signal, { limitMs: 10_000, open });

describe('trying ports', () => {
  it('tells open ones from closed ones, in the order given', async () => {
    const server = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const found = await probePorts('127.0.0.1', [port, 1], signal, { limitMs: 10_000 });
    expect(found).toMatchObject([
      { port, state: 'open', code: null },
      { port: 1, state: 'refused', code: 'ECONNREFUSED' },
    ]);
    server.close();
    await once(server, 'close');
  });

  it.each([
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['EACCES', 'unreachable'],
    ['ECONNRESET', 'refused'],
    ['ETIMEDOUT', 'timedOut'],
  ])('calls %s %s', async (code, state) => {
    expect(await probe(failing(code))).toMatchObject([{ port: 389, state, code }]);
  });

  it('gives up what is silent', async () => {
    const found = await probePorts('192.0.2.1', [88, 389], signal, { limitMs: 5, open: silent });
    expect(found).toMatchObject([
      { port: 88, state: 'timedOut', code: null },
      { port: 389, state: 'timedOut', code: null },
    ]);
  });

  it('ends when it is called off, and hides no mistake of its own', async () => {
    const stop = new AbortController();
    const asked = probePorts('192.0.2.1', [389], stop.signal, { limitMs: 10_000, open: silent });
    stop.abort(new Error('stopped'));
    await expect(asked).rejects.toThrow('stopped');
    await expect(probe(() => Promise.reject(new TypeError('mistake')))).rejects.toThrow('mistake');
  });
});
