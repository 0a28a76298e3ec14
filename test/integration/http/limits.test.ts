import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHttpClient } from '../../../renderer/api/client.ts';
import { proveInput } from '../../contract/exampleProgram.ts';
import { ask, exchange, type LoopbackDoor, openLoopbackDoor } from './loopbackDoor.ts';

let door: LoopbackDoor | undefined;
afterEach(() => door?.close());

const head = (headers: Record<string, string>): string =>
  [
    'POST /rpc/mail/listPresets HTTP/1.1',
    ...Object.entries(headers).map((pair) => pair.join(': ')),
    '',
    '',
  ].join('\r\n');

describe('a body that is too big', () => {
  it('is refused by its announced length', async () => {
    door = await openLoopbackDoor({ bodyLimitBytes: 1_000 });
    const { status, body } = await door.call(door.pageHeaders, JSON.stringify({ json: 'x'.repeat(2_000) }));
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({
      json: { code: 'INVALID_INPUT', data: { issues: [{ code: 'tooBig', parameters: { limit: 1_000 } }] } },
    });
  });

  it('is refused as soon as it has grown too big, and the connection closed', async () => {
    door = await openLoopbackDoor({ bodyLimitBytes: 1_000 });
    const host = new URL(door.host.origin).host;
    const chunk = `400\r\n${'x'.repeat(1_024)}\r\n`;
    const headers = { host, ...door.pageHeaders, 'transfer-encoding': 'chunked' };
    const answer = await exchange(door.host.origin, head(headers), chunk, chunk);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('a request that is too slow', () => {
  it('is ended when its body does not come', async () => {
    door = await openLoopbackDoor({ requestTimeoutMs: 200, headersTimeoutMs: 200 });
    const headers = { host: new URL(door.host.origin).host, ...door.pageHeaders, 'content-length': '10' };
    const answer = await exchange(door.host.origin, head(headers), '{');
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is ended when its headers do not come', async () => {
    door = await openLoopbackDoor({ requestTimeoutMs: 200, headersTimeoutMs: 200 });
    expect(await exchange(door.host.origin, 'POST /rpc/mail HTTP/1.1\r\nhost: ')).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('does not count the time that its answer takes', async () => {
    door = await openLoopbackDoor({ requestTimeoutMs: 100, headersTimeoutMs: 100 });
    const { host, program, pageHeaders } = door;
    const answer = ask(host.origin, {
      method: 'POST',
      path: '/rpc/mail/proveProfile',
      headers: pageHeaders,
      body: JSON.stringify({ json: proveInput('progress') }),
    });
    expect((await answer).body.match(/"stage":"connect"/g)).toHaveLength(200);
    expect(program.cancelled).toEqual([]);
  });
});

describe('the door', () => {
  it('closes when nobody has come for a while', async () => {
    door = await openLoopbackDoor({ idleMs: 100 });
    await expect(door.host.closed).resolves.toBeUndefined();
  });

  it.each([
    ['pages without a session', { path: '/' }],
    ['a start link that is none', { method: 'POST', path: '/session' }],
    ['calls without a session', { method: 'POST', path: '/rpc/mail/listPresets' }],
    ['requests of other sites', { headers: { 'sec-fetch-site': 'cross-site' } }],
  ])('is not kept open by %s', async (_what, asking) => {
    door = await openLoopbackDoor({ idleMs: 200 });
    const { host } = door;
    let isOpen = true;
    const closed = host.closed.then(() => (isOpen = false));
    while (isOpen) await Promise.race([door.ask(asking).catch(() => undefined), closed]);
  });

  it('stays open while a call runs, however long', async () => {
    door = await openLoopbackDoor({ idleMs: 200 });
    const { program, host, session } = door;
    const { mail } = createHttpClient(host.origin, () => session);
    const stream = await mail.proveProfile(proveInput('waits'));
    await stream.next();
    const idleOne = await openLoopbackDoor({ idleMs: 200 });
    await idleOne.host.closed;
    await idleOne.close();
    await expect(door.ask({})).resolves.toMatchObject({ status: 200 });
    await stream.return?.();
    await vi.waitFor(() => expect(program.cancelled).toEqual(['waits']));
    await host.closed;
  });

  it('ends running calls when it is closed', async () => {
    door = await openLoopbackDoor();
    const { program, host, session } = door;
    await fetch(`${host.origin}/rpc/mail/proveProfile`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...session },
      body: JSON.stringify({ json: proveInput('waits') }),
    });
    await host.close();
    await vi.waitFor(() => expect(program.cancelled).toEqual(['waits']));
  });
});
