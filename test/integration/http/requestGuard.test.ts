import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoopbackDoor, openLoopbackDoor } from './loopbackDoor.ts';

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

  it('may not call with a token either', async () => {
    const authorization = `Bearer ${door.session}`;
    const { status } = await door.call({ ...door.pageHeaders, authorization, origin: 'http://127.0.0.1:1' });
    expect(status).toBe(403);
  });

  it('does not hide by leaving Origin out', async () => {
    const { cookie, 'content-type': type } = door.pageHeaders;
    const { status } = await door.call({ cookie, 'content-type': type });
    expect(status).toBe(403);
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
    ['an empty token', { authorization: 'Bearer ' }],
    ['an invented token', { authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ])('may not call: %s', async (_what, headers) => {
    const asked = { 'content-type': 'application/json', origin: door.host.origin, ...headers };
    const rpc = await door.call(asked);
    expect(rpc.status).toBe(401);
    expect(codeOf(rpc.body)).toBe('NOT_SIGNED_IN');
    const api = await door.call(asked, '{}', '/api/mail/listPresets');
    expect(api.status).toBe(401);
  });

  it('cannot hide behind a wrong token with a good cookie', async () => {
    const { status } = await door.call({ ...door.pageHeaders, authorization: 'Bearer wrong' });
    expect(status).toBe(401);
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
    const { cookie, origin } = door.pageHeaders;
    expect((await door.call({ cookie, origin })).status).toBe(415);
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
    expect(status).toBe(400);
  });

  it('not too deep', async () => {
    const deep = `{"json":${'['.repeat(4_000)}${']'.repeat(4_000)}}`;
    expect((await door.call(door.pageHeaders, deep, '/rpc/mail/setDefaultProfile')).status).toBe(400);
  });
});
