import { describe, expect, it } from 'vitest';
import { toGraphRefusal } from '../../../../electron/protocols/graph/graphRefusal.ts';
import { sendGraphMail, sendMailPath } from '../../../../electron/protocols/graph/sendMail.ts';
import type { HttpRequest } from '../../../../electron/protocols/http/httpConnection.ts';

const headers = { 'request-id': ['r-1'] };

describe('sending by Microsoft Graph', () => {
  it.each([
    ['a@b.test', '/v1.0/users/a%40b.test/sendMail'],
    ['a/../b?c#d@b.test', '/v1.0/users/a%2F..%2Fb%3Fc%23d%40b.test/sendMail'],
  ])('goes for %j to %s', (mailbox, path) => {
    expect(sendMailPath(mailbox)).toBe(path);
  });

  it('is a message in base64, with the token', async () => {
    const sent: HttpRequest[] = [];
    const request = async (one: HttpRequest) => {
      sent.push(one);
      return { status: 202, headers, body: Buffer.alloc(0) };
    };
    const mail = { token: 't', mailbox: 'a@b.test', message: Buffer.from('Subject: ä\r\n\r\n') };
    expect(await sendGraphMail({ request }, mail)).toEqual({ requestId: 'r-1' });
    expect(sent).toEqual([
      {
        ...{ method: 'POST', path: '/v1.0/users/a%40b.test/sendMail', body: mail.message.toString('base64') },
        decidedByHead: [202],
        headers: { authorization: 'Bearer t', 'content-type': 'text/plain', accept: 'application/json' },
      },
    ]);
  });
});

describe('a refusal of Microsoft Graph', () => {
  const read = (status: number, body: string, fields: Record<string, string[]> = headers) =>
    toGraphRefusal(
      { status, headers: fields, body: Buffer.from(body) },
      { secrets: ['t0ken'], now: new Date('2026-11-20T10:00:00Z') },
    );

  it('is read with its code, its words and its number', () => {
    const error = { code: 'ErrorAccessDenied', message: 'Access is denied to t0ken.', innerError: {} };
    expect(read(403, JSON.stringify({ error }))).toMatchObject({
      ...{ status: 403, code: 'ErrorAccessDenied', serverMessage: 'Access is denied to ***.' },
      ...{ requestId: 'r-1', retryAfterSeconds: null },
    });
    const inner = JSON.stringify({ error: { ...error, innerError: { 'request-id': 'r-2' } } });
    expect(read(429, inner, { 'retry-after': ['30'] })).toMatchObject({
      requestId: 'r-2',
      retryAfterSeconds: 30,
    });
  });

  it.each([
    ['https://portal.test/in?user=anna&back=1#top', 'https://portal.test/in'],
    ['https://anna:pw@portal.test:8443/in', 'https://portal.test:8443/in'],
    ['//anna:pw@portal.test/in;a?b', 'https://portal.test/in;a'],
    ['/in?user=anna', '/in'],
    ['in?user=anna', '/in'],
    ['https://portal.test/t0ken/in', 'https://portal.test/***/in'],
    [`https://portal.test/${'x'.repeat(1_000)}`, `https://portal.test/${'x'.repeat(280)}`],
    ['https://', null],
  ])('that sends us to %j names %j', (location, place) => {
    expect(read(302, '', { location: [location] }).location).toBe(place);
  });

  it('that sends us nowhere names no place', () => {
    expect(read(302, '', {}).location).toBeNull();
  });

  it.each(['', 'null', '[]', '{"error":null}', '{"error":[]}', '{"error":{"code":5,"message":{}}}', '{'])(
    'is one without a code where the body is %j',
    (body) => {
      expect(read(500, body)).toMatchObject({ name: 'GraphRefusal', status: 500, code: '' });
    },
  );
});
