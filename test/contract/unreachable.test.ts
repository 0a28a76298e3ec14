import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient, createPortClient } from '../../renderer/api/client.ts';
import { failureOf } from './doors.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Something else than our program, which answers everything in the same way. */
const openStranger = async (status: number, body: string, type = 'application/json'): Promise<string> => {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': type, connection: 'close' }).end(body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const failure = (code: string, data: unknown): string =>
  JSON.stringify({ json: { defined: true, code, status: 409, message: code, data } });

describe('a call is UNREACHABLE', () => {
  it('when nobody listens', async () => {
    const origin = await openStranger(200, '');
    await new Promise((resolve) => servers[0]?.close(resolve));
    const { code } = await failureOf(createHttpClient(origin).mail.listPresets());
    expect(code).toBe('UNREACHABLE');
  });

  it.each([
    ['a page', 200, '<!doctype html>', 'text/html'],
    ['nonsense', 200, '{', 'application/json'],
    ['an error of a proxy', 502, '<!doctype html>', 'text/html'],
    ['a redirect', 302, '', 'text/plain'],
    ['a code that the contract does not list', 409, failure('TEAPOT', {}), 'application/json'],
    ['a name that every object has', 409, failure('constructor', {}), 'application/json'],
    ['a failure with other data', 409, failure('CONFLICT', { revision: 'new' }), 'application/json'],
  ])('when something else answers: %s', async (_what, status, body, type) => {
    const origin = await openStranger(status, body, type);
    const { code } = await failureOf(createHttpClient(origin).mail.listPresets());
    expect(code).toBe('UNREACHABLE');
  });

  it('when the port has closed', async () => {
    const { port1, port2 } = new MessageChannel();
    const client = createPortClient(port2);
    const pending = failureOf(client.mail.listPresets());
    port1.close();
    expect((await pending).code).toBe('UNREACHABLE');
    expect((await failureOf(client.mail.listPresets())).code).toBe('UNREACHABLE');
  });
});

it('is CANCELLED before it is sent when it was cancelled before', async () => {
  const client = createHttpClient('http://127.0.0.1:1');
  const call = client.mail.listPresets(undefined, { signal: AbortSignal.abort() });
  expect((await failureOf(call)).code).toBe('CANCELLED');
});
