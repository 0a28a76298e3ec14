import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type HttpConnection, openHttpConnection } from '../../../electron/protocols/http/httpConnection.ts';
import { openSocket } from '../../../electron/protocols/net/openSocket.ts';
import { openTrusted } from '../../../electron/protocols/tls/openTrusted.ts';
import type { LoopbackServer } from '../../lab/faults/loopbackServer.ts';
import type { ServerTls } from '../../lab/faults/serverTls.ts';
import { createLabTls, type LabTls } from '../../lab/web/labTls.ts';
import { scriptedWeb, webAnswer, type WebScript } from '../../lab/web/scriptedWeb.ts';

let tls: LabTls;
let good: ServerTls;
const open: { close(): unknown }[] = [];

beforeAll(async () => {
  tls = await createLabTls();
  good = await tls.issue();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
afterAll(() => tls.remove());

type Opened = { connection: HttpConnection; server: LoopbackServer; destroy: (reason: Error) => void };

const connectTo = async (script: WebScript): Promise<Opened> => {
  const { signal } = new AbortController();
  const server = await scriptedWeb(script, good);
  const plain = await openSocket('127.0.0.1', server.port, signal);
  const socket = await openTrusted(plain, { host: 'localhost', anchors: tls.anchors, signal });
  const connection = openHttpConnection(socket, { host: 'graph.example.test', longestBody: 100_000 });
  open.push(connection, server);
  return { connection, server, destroy: (reason) => socket.destroy(reason) };
};

const get = { method: 'GET', path: '/', headers: {}, body: null } as const;

describe('an HTTP connection', () => {
  it('keeps the socket from one request to the next', async () => {
    const { connection, server } = await connectTo((socket, count) =>
      socket.write(webAnswer('401 Unauthorized', `leg ${count}`, ['WWW-Authenticate: NTLM'])),
    );
    for (const leg of [1, 2, 3]) {
      const { status, body } = await connection.request(get);
      expect([status, body.toString()]).toEqual([401, `leg ${leg}`]);
    }
    expect(server.connections()).toBe(1);
    expect(server.received.filter((line) => line.toLowerCase() === 'host: graph.example.test')).toHaveLength(
      3,
    );
  });

  it('gives every line of a field, and leaves out interim answers', async () => {
    const { connection } = await connectTo((socket) =>
      socket.write(
        `HTTP/1.1 100 Continue\r\n\r\n${webAnswer('200 OK', 'x', ['WWW-Authenticate: Negotiate', 'www-authenticate: NTLM, Basic'])}`,
      ),
    );
    const { headers, status } = await connection.request(get);
    expect(status).toBe(200);
    expect(headers['www-authenticate']).toEqual(['Negotiate', 'NTLM, Basic']);
  });

  it('sends bytes as they are', async () => {
    const bytes = randomBytes(3_000_000);
    const { connection, server } = await connectTo((socket) => socket.write(webAnswer('202 Accepted')));
    expect(await connection.request({ ...get, method: 'POST', body: bytes })).toMatchObject({ status: 202 });
    expect(server.received).toContainEqual(expect.stringMatching(/^content-length: 3000000$/i));
  });

  it('reads a body in pieces, and one that the end of the connection ends', async () => {
    const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n';
    const first = await connectTo((socket) => socket.write(chunked));
    expect((await first.connection.request(get)).body.toString()).toBe('abcde');
    const second = await connectTo((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nall of it'));
    expect((await second.connection.request(get)).body.toString()).toBe('all of it');
  });

  it.each<[string, string, WebScript]>([
    ['the header is cut', 'EOF', (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Ty')],
    ['the body is cut', 'EOF', (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour')],
    [
      'a piece of the body is cut',
      'EOF',
      (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nfour'),
    ],
    [
      'the pieces are broken',
      'EPROTO',
      (socket) => socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nfour\r\n'),
    ],
    [
      'two lengths differ',
      'EPROTO',
      (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nfour'),
    ],
    [
      'a length stands beside pieces',
      'EPROTO',
      (socket) =>
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'),
    ],
    [
      'the header has no end',
      'EMSGSIZE',
      (socket) => socket.write(`HTTP/1.1 200 OK\r\n${'X-Fill: fill\r\n'.repeat(20_000)}`),
    ],
    [
      'one field has no end',
      'EMSGSIZE',
      (socket) => socket.write(`HTTP/1.1 200 OK\r\nX-Fill: ${'f'.repeat(200_000)}`),
    ],
    ['the body is too long', 'EMSGSIZE', (socket) => socket.write(webAnswer('200 OK', 'f'.repeat(100_001)))],
    [
      'the body has no end',
      'EMSGSIZE',
      (socket) => socket.write(`HTTP/1.1 200 OK\r\n\r\n${'f'.repeat(200_000)}`),
    ],
    [
      'another protocol is offered',
      'EPROTO',
      (socket) => socket.write('HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
    ],
  ])('fails when %s', async (_, code, script) => {
    const { connection } = await connectTo(script);
    await expect(connection.request(get)).rejects.toMatchObject({ name: 'ConnectionError', code });
  });

  it.each<[string, WebScript]>([
    ['never comes', (socket) => socket.write('HTTP/1.1 202 Accepted\r\nA: b\r\nContent-Length: 9\r\n\r\n')],
    ['has no length and no end', (socket) => socket.write('HTTP/1.1 202 Accepted\r\nA: b\r\n\r\nwait')],
    ['is cut', (socket) => socket.end('HTTP/1.1 202 Accepted\r\nA: b\r\nContent-Length: 9\r\n\r\nfour')],
    ['is too long', (socket) => socket.write(webAnswer('202 Accepted', 'f'.repeat(200_000), ['A: b']))],
    [
      'is broken',
      (socket) => socket.write('HTTP/1.1 202 Accepted\r\nA: b\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'),
    ],
  ])('takes an answer at its head that is asked for so, when its body %s', async (_, script) => {
    const { connection } = await connectTo(script);
    const answer = await connection.request({ ...get, decidedByHead: [202] });
    expect(answer).toMatchObject({ status: 202, headers: { a: ['b'] }, body: Buffer.alloc(0) });
    expect(connection.isOpen()).toBe(false);
  });

  it('reads the body of every other answer', async () => {
    const { connection } = await connectTo((socket) => socket.write(webAnswer('403 Forbidden', 'why')));
    const answer = await connection.request({ ...get, decidedByHead: [202] });
    expect([answer.status, answer.body.toString()]).toEqual([403, 'why']);
    expect(connection.isOpen()).toBe(true);
  });

  it('keeps the words of a server of another kind', async () => {
    const { connection } = await connectTo((socket) =>
      socket.write('220 mail.example.test ESMTP\r\n250 x\r\n'),
    );
    await expect(connection.request(get)).rejects.toMatchObject({ words: '220 mail.example.test ESMTP' });
  });

  it('never takes more than its length for an answer', async () => {
    const { connection } = await connectTo((socket) => {
      socket.write(`${webAnswer('200 OK', 'right')}HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfake`);
    });
    const [first, second] = await Promise.allSettled([connection.request(get), connection.request(get)]);
    expect(first).toMatchObject({ status: 'fulfilled' });
    expect(second).toMatchObject({ status: 'rejected' });
  });

  it('is over once the server has ended it', async () => {
    const { connection } = await connectTo((socket) =>
      socket.end(webAnswer('200 OK', 'bye', ['Connection: close'])),
    );
    expect(await connection.request(get)).toMatchObject({ status: 200 });
    await expect(connection.request(get)).rejects.toMatchObject({ code: 'EOF' });
  });

  it('ends with the reason for which the socket was destroyed', async () => {
    const reason = new Error('cancelled');
    const opened = await connectTo(() => opened.destroy(reason));
    await expect(opened.connection.request(get)).rejects.toBe(reason);
    const halfway = await connectTo((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour', () => halfway.destroy(reason));
    });
    await expect(halfway.connection.request(get)).rejects.toBe(reason);
  });

  it('lets no line end into a request', async () => {
    const { connection, server } = await connectTo((socket) => socket.write(webAnswer('200 OK')));
    await expect(connection.request({ ...get, headers: { a: 'b\r\nc: d' } })).rejects.toThrow();
    expect(server.received).toEqual([]);
    const other = await connectTo((socket) => socket.write(webAnswer('200 OK')));
    await expect(other.connection.request({ ...get, path: '/a b' })).rejects.toThrow();
  });
});
