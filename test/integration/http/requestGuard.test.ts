import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchange, type LoopbackDoor, openLoopbackDoor } from './loopbackDoor.ts';

let door: LoopbackDoor;

beforeAll(async () => {
  door = await openLoopbackDoor({ bodyLimitBytes: 10_000 });
});
afterAll(() => door.close());

const codeOf = (body: string): unknown => {
  const parsed = JSON.parse(body) as { json?: { code: unknown }; code?: unknown };
  return parsed.json?.code ?? parsed.code;
};

describe('a call of our own page', () => {
  it('is answered, and kept by no cache', async () => {
    const { status, headers, body } = await door.call(door.pageHeaders);
    expect({ status, body: JSON.parse(body) as unknown }).toEqual({
      status: 200,
      body: { json: { presets: [] } },
    });
    expect(headers['cache-control']).toBe('no-store');
  });

  it('has no CORS header, whoever asks', async () => {
    const { headers } = await door.call({ ...door.pageHeaders, 'access-control-request-method': 'POST' });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the host name', () => {
  const port = () => new URL(door.host.origin).port;

  it.each([
    ['another name that leads here (DNS rebinding)', () => `attacker.example:${port()}`],
    ['localhost', () => `localhost:${port()}`],
    ['no port', () => '127.0.0.1'],
    ['another port', () => '127.0.0.1:1'],
    ['our name as a prefix', () => `127.0.0.1:${port()}.attacker.example`],
  ])('is refused: %s', async (_what, host) => {
    const call = await door.call({ ...door.pageHeaders, host: host() });
    expect(call.status).toBe(421);
    const page = await door.ask({ headers: { host: host() } });
    expect(page.status).toBe(421);
  });

  it('is refused when it comes with a second one (RFC 9112 3.2)', async () => {
    const hosts = `Host: 127.0.0.1:${port()}\r\nHost: attacker.example`;
    const answer = await exchange(door.host.origin, `GET / HTTP/1.1\r\n${hosts}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 421 /);
  });

  it('is asked for also in an old request that needs none', async () => {
    expect(await exchange(door.host.origin, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /);
  });

  it('is refused in the request line', async () => {
    const { status } = await door.ask({ path: 'http://attacker.example/' });
    expect(status).toBe(400);
  });
});

describe('another origin', () => {
  it.each(['http://attacker.example', 'http://127.0.0.1:1', 'null', 'http://127.0.0.1'])(
    'may not call: %s',
    async (origin) => {
      const { status, body } = await door.call({ ...door.pageHeaders, origin });
      expect(status).toBe(403);
      expect(codeOf(body)).toBe('FOREIGN_ORIGIN');
    },
  );

  it('may not call with a key either', async () => {
    const { authorization } = door.session;
    const headers = { 'content-type': 'application/json', authorization, origin: 'http://127.0.0.1:1' };
    const { status } = await door.call(headers);
    expect(status).toBe(403);
  });

  it('does not hide by leaving Origin out', async () => {
    const { cookie, 'content-type': type } = door.pageHeaders;
    expect((await door.call({ cookie, 'content-type': type })).status).toBe(403);
  });

  it.each(['cross-site', 'same-site'])('is told by Sec-Fetch-Site: %s', async (site) => {
    const call = await door.call({ ...door.pageHeaders, 'sec-fetch-site': site });
    expect(call.status).toBe(403);
    const asset = await door.ask({ headers: { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' } });
    expect(asset.status).toBe(403);
  });

  it('may link to the page, not to anything else', async () => {
    const navigation = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect((await door.ask({ headers: navigation })).status).toBe(200);
    expect((await door.ask({ path: '/session', headers: navigation })).status).toBe(403);
    expect((await door.ask({ headers: { ...navigation, 'sec-fetch-dest': 'iframe' } })).status).toBe(403);
    expect((await door.ask({ method: 'POST', headers: navigation })).status).toBe(403);
  });

  it('gets no answer to a preflight', async () => {
    const { status, headers } = await door.ask({
      method: 'OPTIONS',
      path: '/rpc/mail/listPresets',
      headers: { origin: 'http://attacker.example', 'access-control-request-method': 'POST' },
    });
    expect(status).toBe(403);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('who is not signed in', () => {
  it.each([
    ['no cookie', {}],
    ['an invented session', { cookie: 'relay-console-1=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['an empty key', { authorization: 'Bearer ' }],
    ['an invented key', { authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ])('may not call: %s', async (_what, headers) => {
    const asked = { 'content-type': 'application/json', origin: door.host.origin, ...headers };
    const rpc = await door.call(asked);
    expect(rpc.status).toBe(401);
    expect(codeOf(rpc.body)).toBe('NOT_SIGNED_IN');
    const api = await door.call(asked, '{}', '/api/mail/listPresets');
    expect(api.status).toBe(401);
  });

  it('cannot call with the cookie, which browsers send to every port of this machine', async () => {
    const { authorization: _, ...withoutKey } = door.pageHeaders;
    const [, value] = door.session.cookie.split('=');
    for (const shown of [{}, { authorization: 'Bearer wrong' }, { authorization: `Bearer ${value}` }])
      expect((await door.call({ ...withoutKey, ...shown })).status).toBe(401);
  });

  it('cannot call with the key alone', async () => {
    const { cookie: _, ...withoutCookie } = door.pageHeaders;
    expect((await door.call(withoutCookie)).status).toBe(401);
  });
});

describe('how a call is sent', () => {
  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'])('never by %s', async (method) => {
    for (const path of ['/rpc/mail/listPresets', '/api/mail/listPresets', '/rpc/mail/listPresets?data={}']) {
      const { status, headers } = await door.ask({ method, path, headers: door.pageHeaders });
      expect(status).toBe(405);
      expect(headers.allow).toBe('POST');
    }
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
  ])('never as %s', async (type) => {
    const { status } = await door.call({ ...door.pageHeaders, 'content-type': type });
    expect(status).toBe(415);
  });

  it('never without a content type', async () => {
    const { 'content-type': _, ...untyped } = door.pageHeaders;
    expect((await door.call(untyped)).status).toBe(415);
  });

  it.each(['{', '', 'nonsense', '{"a":1}}', '\u0000'])('as JSON that can be read: %j', async (body) => {
    const { status, body: answer } = await door.call(door.pageHeaders, body);
    expect(status).toBe(400);
    expect(codeOf(answer)).toBe('INVALID_INPUT');
  });

  it.each([
    'null',
    '[]',
    '7',
    '"text"',
    '{"json":{},"meta":[[0,"__proto__","polluted"]]}',
    '{"json":1,"meta":7}',
  ])('as JSON of the right shape: %s', async (body) => {
    const { status } = await door.call(door.pageHeaders, body, '/rpc/mail/setDefaultProfile');
    expect(status).toBe(422);
  });

  it('not too deep', async () => {
    const deep = `{"json":${'['.repeat(4_000)}${']'.repeat(4_000)}}`;
    expect((await door.call(door.pageHeaders, deep, '/rpc/mail/setDefaultProfile')).status).toBe(422);
  });
});

describe('a request that is not what it seems', () => {
  const raw = (...lines: string[]): Promise<string> =>
    exchange(door.host.origin, [...lines, '', ''].join('\r\n'));
  const host = () => `Host: ${new URL(door.host.origin).host}`;

  it.each([
    ['two lengths', ['Content-Length: 2', 'Content-Length: 3']],
    ['a length and chunks', ['Content-Length: 2', 'Transfer-Encoding: chunked']],
    ['an unknown coding', ['Transfer-Encoding: xchunked']],
  ])('is refused and its connection closed: %s', async (_what, headers) => {
    expect(await raw('POST /session HTTP/1.1', host(), ...headers)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('cannot hide another one in a body that nobody reads', async () => {
    const hidden = `GET / HTTP/1.1\r\n${host()}\r\n\r\n`;
    const length = `Content-Length: ${hidden.length}`;
    const origin = `Origin: ${door.host.origin}`;
    const answer = await exchange(
      door.host.origin,
      `POST / HTTP/1.1\r\n${host()}\r\n${origin}\r\n${length}\r\n\r\n${hidden}`,
    );
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 405']);
  });

  it('does not change the protocol', async () => {
    const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
    const answer = await raw('POST /rpc/mail/listPresets HTTP/1.1', host(), ...upgrade);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('passes the guard whatever it expects', async () => {
    const answer = await raw('POST /session HTTP/1.1', 'Host: attacker.example', 'Expect: everything');
    expect(answer).toMatch(/^HTTP\/1\.1 421 /);
  });
});
