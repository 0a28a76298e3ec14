import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from 'vitest';
import { toAuthorization } from '../../../../electron/protocols/oauth/authorization.ts';
import { awaitRedirect } from '../../../../electron/protocols/oauth/redirectListener.ts';
import { never } from './fakeProvider.ts';

const page = {
  language: 'en',
  title: 'Relay <Console>',
  received: 'You may close this.',
  refused: 'Refused.',
};
const state = 'the-state-of-this-sign-in';

type Visit = { status: number; body: string; headers: IncomingMessage['headers'] };

const visit = async (
  url: string,
  more: { method?: string; headers?: Record<string, string> } = {},
): Promise<Visit> => {
  const asked = request(url, { agent: false, ...more }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: await text(response), headers: response.headers };
};

const freePort = async (): Promise<number> => {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const closed = once(server, 'close');
  server.close();
  await closed;
  return port;
};

let port = 0;
let redirectUri = '';
beforeEach(async () => {
  port = await freePort();
  redirectUri = `http://localhost:${port}/callback`;
});

describe('waiting for the browser', () => {
  it('gives what the provider sent back, and thanks the person', async () => {
    const visits: Promise<Visit>[] = [];
    const answer = await awaitRedirect({ redirectUri, state, page, signal: never }, async () => {
      visits.push(visit(`${redirectUri}?code=the-code&state=${state}`));
    });
    expect(toAuthorization(answer)).toEqual({ code: 'the-code' });
    const [thanks] = await Promise.all(visits);
    expect(thanks?.status).toBe(200);
    expect(thanks?.body).toContain('You may close this.');
    expect(thanks?.body).toContain('Relay &lt;Console&gt;');
    expect(thanks?.headers).toMatchObject({ 'cache-control': 'no-store', connection: 'close' });
  });

  it('takes the answer of a browser that has many cookies of this machine', async () => {
    const cookie = Array.from({ length: 60 }, (_, index) => `app${index}=${'x'.repeat(4_000)}`).join('; ');
    const visits: Promise<Visit>[] = [];
    const answer = await awaitRedirect({ redirectUri, state, page, signal: never }, async () => {
      visits.push(visit(`${redirectUri}?code=the-code&state=${state}`, { headers: { cookie } }));
    });
    expect(toAuthorization(answer)).toEqual({ code: 'the-code' });
    expect((await Promise.all(visits))[0]?.status).toBe(200);
  });

  it('takes no notice of anybody else', async () => {
    const statuses: number[] = [];
    const good = `${redirectUri}?code=good&state=${state}`;
    const foreign: [string, { method?: string; headers?: Record<string, string> }?][] = [
      [`http://localhost:${port}/favicon.ico`],
      [`http://localhost:${port}/Callback?code=bad&state=${state}`],
      [`${redirectUri}/?code=bad&state=${state}`],
      [redirectUri],
      [`${redirectUri}?code=bad`],
      [`${redirectUri}?code=bad&state=another`],
      [`${redirectUri}?code=bad&state=${state}&state=${state}`],
      [`${redirectUri}?error=access_denied&state=another`],
      [`${redirectUri}?code=bad&state=${state}`, { method: 'POST' }],
      [`${redirectUri}?code=bad&state=${state}`, { headers: { host: 'evil.example' } }],
      [`${redirectUri}?code=bad&state=${state}`, { headers: { host: `127.0.0.1:${port}` } }],
    ];
    const answer = await awaitRedirect({ redirectUri, state, page, signal: never }, async () => {
      for (const [url, more] of foreign) statuses.push((await visit(url, more)).status);
      await visit(good);
    });
    expect(new Set(statuses)).toEqual(new Set([404]));
    expect(statuses).toHaveLength(foreign.length);
    expect(answer.searchParams.get('code')).toBe('good');
  });

  it('tells a refusal from a yes, to the person and to the program', async () => {
    const visits: Promise<Visit>[] = [];
    const query = `error=access_denied&error_description=AADSTS65004%3A+Declined&state=${state}`;
    const answer = await awaitRedirect({ redirectUri, state, page, signal: never }, async () => {
      visits.push(visit(`${redirectUri}?${query}`));
    });
    expect((await Promise.all(visits))[0]?.body).toContain('Refused.');
    expect(() => toAuthorization(answer)).toThrow(
      expect.objectContaining({
        name: 'OAuthRefusal',
        error: 'access_denied',
        errorNo: 65_004,
        command: 'authorize',
      }),
    );
  });

  it.each(['', 'code=', 'code=one&code=two'])('does not take %j for a yes', async (query) => {
    const answer = await awaitRedirect({ redirectUri, state, page, signal: never }, async () => {
      await visit(`${redirectUri}?state=${state}&${query}`);
    });
    expect(() => toAuthorization(answer)).toThrow(expect.objectContaining({ code: 'protocol' }));
  });

  it.each(['127.0.0.1', '::1'])('says that another program has the port on %s', async (address) => {
    const other = createServer().listen(port, address);
    await once(other, 'listening');
    const opened: string[] = [];
    const asked = awaitRedirect(
      { redirectUri, state, page, signal: never },
      async () => void opened.push('opened'),
    );
    await expect(asked).rejects.toMatchObject({ name: 'PortInUse', port });
    expect(opened).toEqual([]);
    const closed = once(other, 'close');
    other.close();
    await closed;
  });

  it('ends when the browser cannot be opened', async () => {
    const error = new Error('No browser');
    const asked = awaitRedirect({ redirectUri, state, page, signal: never }, () => Promise.reject(error));
    await expect(asked).rejects.toBe(error);
    await expect(visit(redirectUri)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('lets others wait for the same port, and those who give up leave', async () => {
    const order: string[] = [];
    const control = new AbortController();
    const wait = (name: string, signal = never): Promise<URL> =>
      awaitRedirect({ redirectUri, state: name, page, signal }, async () => {
        order.push(name);
        await visit(`${redirectUri}?code=${name}&state=${name}`);
      });
    const [first, second, third] = [wait('first'), wait('second', control.signal), wait('third')];
    control.abort(new Error('given up'));
    await expect(second).rejects.toThrow('given up');
    expect((await first).searchParams.get('code')).toBe('first');
    expect((await third).searchParams.get('code')).toBe('third');
    expect(order).toEqual(['first', 'third']);
  });
});
