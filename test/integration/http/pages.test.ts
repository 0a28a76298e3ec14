import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoopbackDoor, openLoopbackDoor } from './loopbackDoor.ts';

let door: LoopbackDoor;

beforeAll(async () => {
  door = await openLoopbackDoor();
});
afterAll(() => door.close());

describe('pages', () => {
  it('come with a strict policy', async () => {
    const { status, headers } = await door.ask({});
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ]),
    );
    expect(policy.filter((rule) => /unsafe|\*|http/.test(rule))).toEqual([
      "style-src 'self' 'unsafe-inline'",
    ]);
  });

  it('carry the policy in refusals too', async () => {
    const { status, headers } = await door.ask({ path: '/nowhere' });
    expect(status).toBe(404);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each([
    '/../package.json',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/../../../etc/passwd',
    '/..\\..\\windows\\win.ini',
    '/index.html/../../secret',
    '/./',
    '/\u0000',
    '/constructor',
    '/__proto__',
    '/C:/Windows/win.ini',
  ])('are only those that were built: %j', async (path) => {
    const { status } = await door.ask({ path: encodeURI(path).replaceAll('%25', '%') });
    expect(status).toBe(404);
  });

  it('are only read', async () => {
    const { status, headers } = await door.ask({
      method: 'POST',
      path: '/',
      headers: { origin: door.host.origin },
    });
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
  });

  it('answer HEAD without a body', async () => {
    const { status, body, headers } = await door.ask({ method: 'HEAD' });
    expect({ status, body }).toEqual({ status: 200, body: '' });
    expect(Number(headers['content-length'])).toBeGreaterThan(0);
  });
});

describe('a method that is not allowed', () => {
  it.each([
    ['/rpc/mail/listPresets', 'GET', 'POST'],
    ['/api/mail/listPresets', 'GET', 'POST'],
    ['/api/openapi.json', 'HEAD', 'GET'],
    ['/api/', 'POST', 'GET'],
    ['/api/DirectoryService/GetDirectoryPermissions', 'POST', 'GET'],
    ['/session', 'GET', 'POST'],
  ])('on %s says which ones are', async (path, method, allowed) => {
    const { status, headers } = await door.ask({ method, path });
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: allowed });
  });
});

describe('the description of the API', () => {
  it('names every operation of the contract', async () => {
    const { status, body } = await door.ask({ path: '/api/openapi.json' });
    expect(status).toBe(200);
    const { openapi, paths } = JSON.parse(body) as { openapi: string; paths: object };
    expect(openapi).toMatch(/^3\.1/);
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/mail/proveProfile', '/session/getSession']));
  });

  it('is how a script calls', async () => {
    const headers = { 'content-type': 'application/json', ...door.session };
    const { status, body } = await door.call(headers, '{}', '/api/mail/listPresets');
    expect({ status, body: JSON.parse(body) as unknown }).toEqual({ status: 200, body: { presets: [] } });
    const refused = await door.call(headers, '{"id":1}', '/api/mail/setDefaultProfile');
    expect(refused.status).toBe(422);
    expect(JSON.parse(refused.body)).toMatchObject({ code: 'INVALID_INPUT' });
    const unknown = await door.call(headers, '{}', '/api/mail/burnProfiles');
    expect(JSON.parse(unknown.body)).toMatchObject({ code: 'UNKNOWN_OPERATION' });
  });
});
