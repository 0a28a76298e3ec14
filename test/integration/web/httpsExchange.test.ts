import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createHttpsExchange,
  createReach,
  type ExchangeParts,
} from '../../../electron/protocols/net/httpsExchange.ts';
import { silentServer } from '../../lab/faults/silentFaults.ts';
import { listenOnLoopback, type LoopbackServer } from '../../lab/faults/loopbackServer.ts';
import type { ServerTls } from '../../lab/faults/serverTls.ts';
import { connectProxy } from '../../lab/web/connectProxy.ts';
import { createLabTls, type LabTls } from '../../lab/web/labTls.ts';
import { scriptedWeb, webAnswer, type WebScript } from '../../lab/web/scriptedWeb.ts';

let tls: LabTls;
let good: ServerTls;
const servers: LoopbackServer[] = [];

beforeAll(async () => {
  tls = await createLabTls();
  good = await tls.issue();
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(() => tls.remove());

const opened = async (starting: Promise<LoopbackServer>): Promise<LoopbackServer> => {
  const server = await starting;
  servers.push(server);
  return server;
};

const secureServer = async (script: WebScript, names?: string) =>
  opened(scriptedWeb(script, names === undefined ? good : await tls.issue({ alternativeNames: names })));

const ask = (url: string, parts: Partial<ExchangeParts> = {}, signal = new AbortController().signal) =>
  createHttpsExchange({ anchors: tls.anchors, proxy: () => null, timeoutMs: 10_000, ...parts })({
    ...{ method: 'POST', url, headers: { 'Content-Type': 'text/plain' }, body: 'grüße', signal },
  });

const never = (): void => undefined;

describe('an exchange over HTTPS', () => {
  it('sends what it is given, and gives the whole answer', async () => {
    const server = await secureServer((socket) =>
      socket.write(webAnswer('201 Created', '{"ä":1}', ['X-Id: a', 'X-Id: b'])),
    );
    const answer = await ask(`https://localhost:${server.port}/token?x=1`);
    expect(answer).toEqual({
      ...{ status: 201, body: '{"ä":1}' },
      headers: { 'x-id': 'a, b', 'content-length': '8' },
    });
    expect(server.received[0]).toBe('POST /token?x=1 HTTP/1.1');
    const fields = server.received.map((line) => line.toLowerCase());
    expect(fields).toEqual(
      expect.arrayContaining([
        `host: localhost:${server.port}`,
        'content-type: text/plain',
        'content-length: 7',
      ]),
    );
  });

  it('follows no redirect', async () => {
    const server = await secureServer((socket) =>
      socket.write(webAnswer('302 Found', '', ['Location: https://localhost:1/'])),
    );
    expect(await ask(`https://localhost:${server.port}/`)).toMatchObject({ status: 302 });
  });

  it('is in the clear on this machine only', async () => {
    const server = await opened(scriptedWeb((socket) => socket.write(webAnswer('200 OK', 'here'))));
    expect(await ask(`http://127.0.0.1:${server.port}/`)).toMatchObject({ body: 'here' });
    await expect(ask('http://login.example.test/')).rejects.toMatchObject({ code: 'EUNSAFE' });
    await expect(ask('ftp://localhost/')).rejects.toMatchObject({ code: 'EUNSAFE' });
  });

  it('fails with its code when no port listens', async () => {
    const server = await scriptedWeb(never);
    await server.close();
    await expect(ask(`https://localhost:${server.port}/`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it.each<[string, string, WebScript]>([
    ['the server hangs up', 'EOF', (socket) => socket.end()],
    ['the answer is no HTTP', 'EPROTO', (socket) => socket.write('220 mail.example.test ESMTP\r\n')],
  ])('fails with its code when %s', async (_, code, script) => {
    const { port } = await secureServer(script);
    await expect(ask(`https://localhost:${port}/`)).rejects.toMatchObject({ code });
  });

  it('fails with its code when the connection is reset', async () => {
    const { port } = await opened(scriptedWeb((socket) => socket.resetAndDestroy()));
    await expect(ask(`http://localhost:${port}/`)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('fails with its code when TLS is not spoken', async () => {
    const { port } = await opened(listenOnLoopback((socket) => void socket.end('220 mail ESMTP ready\r\n')));
    const failure = await ask(`https://localhost:${port}/`).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'HandshakeError' });
  });

  it('takes no certificate for another name', async () => {
    const { port } = await secureServer(never, 'DNS:other.example.test');
    await expect(ask(`https://localhost:${port}/`)).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  it('sends nothing to a certificate that nobody trusts', async () => {
    const server = await secureServer(never);
    const strange = await createLabTls();
    const asked = ask(`https://localhost:${server.port}/`, { anchors: strange.anchors });
    await expect(asked).rejects.toMatchObject({ name: 'CertificateRefusal' });
    expect(server.received).toEqual([]);
    strange.remove();
  });

  it('ends in its time, and when it is told to', async () => {
    const server = await secureServer(never);
    const url = `https://localhost:${server.port}/`;
    await expect(ask(url, { timeoutMs: 200 })).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    const controller = new AbortController();
    const told = new Error('cancelled');
    const silent = await secureServer(() => controller.abort(told));
    await expect(ask(`https://localhost:${silent.port}/`, {}, controller.signal)).rejects.toBe(told);
    await expect(ask(url, {}, AbortSignal.abort(told))).rejects.toBe(told);
  });
});

describe('reaching a server, with nothing said to it', () => {
  const url = new URL('https://login.example.test/token');
  const reachThrough = (port: number, timeoutMs: number, signal = new AbortController().signal) =>
    createReach({ proxy: () => ({ host: '127.0.0.1', port, credential: null }), timeoutMs })(url, signal);

  it('ends the connection that the proxy opened', async () => {
    const server = await secureServer(never);
    const proxy = await opened(connectProxy({ port: server.port }));
    await reachThrough(proxy.port, 10_000);
    expect(server.received).toEqual([]);
    await expect.poll(() => proxy.connections()).toBe(0);
  });

  it('names the proxy that did not answer in time, and ends when it is told to', async () => {
    const { port } = await opened(silentServer());
    await expect(reachThrough(port, 200)).rejects.toMatchObject({
      ...{ name: 'ProxyUnreached', code: 'ETIMEDOUT', proxy: { port } },
    });
    const told = new Error('cancelled');
    await expect(reachThrough(port, 10_000, AbortSignal.abort(told))).rejects.toBe(told);
  });
});

describe('an exchange through a proxy', () => {
  const names = 'DNS:login.example.test';
  const through = (port: number, credential: { userName: string; password: string } | null = null) => ({
    proxy: () => ({ host: '127.0.0.1', port, credential }),
  });

  it('leads to the server that the proxy knows, in TLS with that server', async () => {
    const server = await secureServer((socket) => socket.write(webAnswer('200 OK', 'cloud')), names);
    const proxy = await opened(connectProxy({ port: server.port }));
    expect(await ask('https://login.example.test/t', through(proxy.port))).toMatchObject({ body: 'cloud' });
    expect(proxy.received[0]).toBe('CONNECT login.example.test:443 HTTP/1.1');
    expect(server.received[0]).toBe('POST /t HTTP/1.1');
  });

  it('signs in with Basic where there is a credential, once', async () => {
    const server = await secureServer((socket) => socket.write(webAnswer('200 OK', 'cloud')), names);
    const authorization = `Basic ${Buffer.from('svc:geh:eim ü').toString('base64')}`;
    const proxy = await opened(connectProxy({ port: server.port, authorization }));
    const url = 'https://login.example.test/';
    const credential = { userName: 'svc', password: 'geh:eim ü' };
    expect(await ask(url, through(proxy.port, credential))).toMatchObject({ status: 200 });
    await expect(ask(url, through(proxy.port))).rejects.toMatchObject({
      ...{ name: 'ProxyRefusal', code: 'EPROXYAUTH', status: 407 },
      ...{ words: 'Sign in to the proxy of Contoso', offered: ['Negotiate', 'Basic'] },
    });
    expect(proxy.received.filter((line) => line.startsWith('CONNECT'))).toHaveLength(2);
  });

  it.each([
    ['refuses', 'HTTP/1.1 403 Blocked by policy\r\n\r\n', 'EPROXYREFUSED'],
    ['speaks for the server', 'HTTP/1.1 200 OK\r\n\r\ninjected', 'EPROXYREFUSED'],
    ['answers with a page', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK', 'EPROXYREFUSED'],
    ['is none', 'SSH-2.0-OpenSSH_9.2\r\n', 'EPROTO'],
    ['talks without an end', `HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(10_000)}`, 'EMSGSIZE'],
  ])('fails when the proxy %s', async (_, answer, code) => {
    const proxy = await opened(connectProxy({ port: 1, answer }));
    await expect(ask('https://login.example.test/', through(proxy.port))).rejects.toMatchObject({ code });
  });
});
