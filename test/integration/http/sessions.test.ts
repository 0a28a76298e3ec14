import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoopbackDoor, openLoopbackDoor } from './loopbackDoor.ts';

let door: LoopbackDoor;

beforeAll(async () => {
  door = await openLoopbackDoor();
});
afterAll(() => door.close());

const exchange = (token: string, headers: Record<string, string> = { origin: door.host.origin }) =>
  door.ask({
    method: 'POST',
    path: '/session',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ token }),
  });

const newToken = (): string => new URL(door.host.createStartLink()).hash.slice(1);

describe('a start link', () => {
  it('carries its token where no server and no log sees it, and 256 bits of it', () => {
    const link = new URL(door.host.createStartLink());
    expect(link.search).toBe('');
    expect(Buffer.from(link.hash.slice(1), 'base64url')).toHaveLength(32);
  });

  it('gives a session that no script reads and no other site sends', async () => {
    const { status, headers, body } = await exchange(newToken());
    expect({ status, body }).toEqual({ status: 204, body: '' });
    const [cookie] = headers['set-cookie'] ?? [];
    expect(cookie).toMatch(
      new RegExp(
        `^relay-console-${new URL(door.host.origin).port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`,
      ),
    );
  });

  it('works once', async () => {
    const token = newToken();
    expect((await exchange(token)).status).toBe(204);
    expect((await exchange(token)).status).toBe(401);
  });

  it.each(['', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', '__proto__'])(
    'cannot be invented: %j',
    async (token) => {
      expect((await exchange(token)).status).toBe(401);
    },
  );

  it('is not taken from another origin', async () => {
    const token = newToken();
    expect((await exchange(token, { origin: 'http://attacker.example' })).status).toBe(403);
    expect((await exchange(token)).status).toBe(204);
  });

  it('is not the session itself', async () => {
    const token = newToken();
    const { status } = await door.call({
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    });
    expect(status).toBe(401);
  });
});

describe('a page', () => {
  const asks = async (headers: Record<string, string>) =>
    JSON.parse((await door.ask({ path: '/session', headers })).body) as unknown;

  it('learns whether it has a session', async () => {
    expect(await asks({})).toEqual({ signedIn: false });
    expect(await asks({ cookie: `other=1; ${door.pageHeaders.cookie}; more=2` })).toEqual({ signedIn: true });
  });
});
