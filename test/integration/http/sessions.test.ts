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

  it('gives a session: a cookie that no script reads and no other site sends, and a key for this origin', async () => {
    const { status, headers, body } = await exchange(newToken());
    expect({ status, body: JSON.parse(body) as unknown }).toEqual({
      status: 200,
      body: { key: expect.stringMatching(/^[\w-]{43}$/) as string },
    });
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['set-cookie']?.[0]).not.toContain((JSON.parse(body) as { key: string }).key);
    const [cookie] = headers['set-cookie'] ?? [];
    expect(cookie).toMatch(
      new RegExp(
        `^relay-console-${new URL(door.host.origin).port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`,
      ),
    );
  });

  it('works once, also when many take it at the same moment', async () => {
    const token = newToken();
    const answers = await Promise.all(Array.from({ length: 20 }, () => exchange(token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('works once', async () => {
    const token = newToken();
    expect((await exchange(token)).status).toBe(200);
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
    expect((await exchange(token)).status).toBe(200);
  });

  it('is not the session itself', async () => {
    const token = newToken();
    const { status } = await door.call({
      'content-type': 'application/json',
      cookie: door.session.cookie,
      authorization: `Bearer ${token}`,
    });
    expect(status).toBe(401);
  });
});

describe('a session', () => {
  it('is found among the cookies of other programs of this machine', async () => {
    const cookie = `other=1; ${door.session.cookie}; relay-console-1=2`;
    expect((await door.call({ ...door.pageHeaders, cookie })).status).toBe(200);
  });

  it('is not put together from the halves of two', async () => {
    const { body } = await exchange(newToken());
    const { key } = JSON.parse(body) as { key: string };
    expect((await door.call({ ...door.pageHeaders, authorization: `Bearer ${key}` })).status).toBe(401);
  });
});
