import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { openLoopbackDoor, type LoopbackDoor } from '../../integration/http/loopbackDoor.ts';

/** Another site of this machine: for a browser it is the same site as ours, so that it sends our cookie along. */
const openAttacker = async (): Promise<{
  server: Server;
  origin: string;
  asked: string[];
  cookies: string[];
}> => {
  const asked: string[] = [];
  const cookies: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    cookies.push(request.headers.cookie ?? '');
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>attacker</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, cookies };
};

let door: LoopbackDoor;
let attacker: Awaited<ReturnType<typeof openAttacker>>;

test.beforeEach(async ({ page }) => {
  [door, attacker] = await Promise.all([openLoopbackDoor(), openAttacker()]);
  const [name = '', value = ''] = door.session.cookie.split('=');
  await page
    .context()
    .addCookies([{ name, value, url: door.host.origin, httpOnly: true, sameSite: 'Strict' }]);
});

test.afterEach(async () => {
  attacker.server.close();
  attacker.server.closeAllConnections();
  await door.close();
});

test('our own page calls with its cookie and its key, and its script cannot read the cookie', async ({
  page,
}) => {
  await page.goto(door.host.origin);
  const seen = await page.evaluate(async (authorization) => {
    const answer = await fetch('/rpc/mail/listPresets', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: '{}',
    });
    return { status: answer.status, cookie: document.cookie };
  }, door.session.authorization);
  expect(seen).toEqual({ status: 200, cookie: '' });
});

test('a page of another port can neither call nor read', async ({ page }) => {
  await page.goto(attacker.origin);
  const results = await page.evaluate(async (target) => {
    const outcome = (sent: Promise<Response>): Promise<string> =>
      sent.then(
        ({ type, status }) => (type === 'opaque' ? 'opaque' : String(status)),
        () => 'blocked',
      );
    const call = `${target}/rpc/mail/setDefaultProfile`;
    const body = '{"json":{"id":"0b9f4a5e-58f0-4a5c-9f5e-3d5c1f1b7a10","revision":1}}';
    const post: RequestInit = { method: 'POST', credentials: 'include', body };
    const json = { 'content-type': 'application/json' };
    const loads = (tag: 'script' | 'img'): Promise<string> =>
      new Promise((resolve) => {
        const element = document.createElement(tag);
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('blocked');
        element.src = `${target}/`;
        document.body.append(element);
      });
    return {
      simple: await outcome(fetch(call, { ...post, mode: 'no-cors' })),
      withJson: await outcome(fetch(call, { ...post, headers: json })),
      read: await outcome(fetch(`${target}/api/openapi.json`, { credentials: 'include' })),
      script: await loads('script'),
      image: await loads('img'),
    };
  }, door.host.origin);
  expect(results).toEqual({
    simple: 'blocked',
    withJson: 'blocked',
    read: 'blocked',
    script: 'blocked',
    image: 'blocked',
  });
  expect(door.program.logged).toEqual([]);
});

test('another program of this machine that is sent our cookie cannot call with it', async ({ page }) => {
  await page.goto(attacker.origin);
  await page.evaluate(() => fetch('/'));
  const cookie = attacker.cookies.find((sent) => sent.includes(door.session.cookie)) ?? '';
  expect(cookie).toContain(door.session.cookie);
  const { origin, 'content-type': type } = door.pageHeaders;
  const stolen = { cookie, origin, 'content-type': type };
  expect((await door.call(stolen)).status).toBe(401);
  const [, value] = door.session.cookie.split('=');
  expect((await door.call({ ...stolen, authorization: `Bearer ${value}` })).status).toBe(401);
});

test('a page of another port has no hold of a window of ours that it opened', async ({ page }) => {
  await page.goto(attacker.origin);
  const opened = page.waitForEvent('popup');
  await page.evaluate(
    (target) => void Object.assign(window, { opened: window.open(target) }),
    door.host.origin,
  );
  await (await opened).waitForURL(`${door.host.origin}/`);
  const isClosed = () => page.evaluate(() => (window as { opened?: Window }).opened?.closed);
  /** Cut off by Cross-Origin-Opener-Policy, a window looks closed to its opener. */
  await expect.poll(isClosed).toBe(true);
});

test('a form of another port is refused', async ({ page }) => {
  await page.goto(attacker.origin);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().startsWith(door.host.origin)),
    page.evaluate((target) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.enctype = 'text/plain';
      form.action = `${target}/rpc/mail/listPresets`;
      document.body.append(form);
      form.submit();
    }, door.host.origin),
  ]);
  expect(answer.status()).toBe(403);
});

test('our page is shown in no frame of another port', async ({ page }) => {
  await page.goto(attacker.origin);
  const framed = page.waitForResponse((response) => response.url().startsWith(door.host.origin));
  await page.evaluate((target) => {
    const frame = document.createElement('iframe');
    frame.src = `${target}/`;
    document.body.append(frame);
  }, door.host.origin);
  expect((await framed).status()).toBe(403);
});

test('a mail in a frame of our page runs no script and asks nothing of the network', async ({ page }) => {
  await page.goto(door.host.origin);
  await page.evaluate((remote) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', '');
    frame.srcdoc = `<p>A mail</p><script>document.body.textContent = 'script'</script>
      <img src="${remote}/image.png"><link rel="stylesheet" href="${remote}/style.css">
      <meta http-equiv="refresh" content="0;url=${remote}/refresh">
      <iframe src="${remote}/frame"></iframe><form action="${remote}/form"></form>`;
    document.body.append(frame);
  }, attacker.origin);
  await expect(page.frameLocator('iframe').first().getByText('A mail')).toBeVisible();
  await page.evaluate(() => fetch('/'));
  expect(attacker.asked).toEqual([]);
});
