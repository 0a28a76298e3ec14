import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type LoopbackDoor, openLoopbackDoor } from './loopbackDoor.ts';

let door: LoopbackDoor;
beforeAll(async () => {
  door = await openLoopbackDoor({ bodyLimitBytes: 1_000 });
});
afterAll(() => door.close());

const id = '0b9f4a5e-58f0-4a5c-9f5e-3d5c1f1b7a10';
const profile = (revision: unknown) => JSON.stringify({ id, revision });

const call = (path: string, body: string, headers = {}): Promise<Answer> =>
  door.call({ ...door.session, 'content-type': 'application/json', ...headers }, body, path);

const problemIn = ({ body, headers }: Answer): Record<string, unknown> => {
  expect(headers['content-type']).toBe('application/problem+json');
  return JSON.parse(body) as Record<string, unknown>;
};

it('are told as RFC 9457 says, with code and data', async () => {
  const answer = await call('/api/mail/setDefaultProfile', profile(41));
  expect(answer.status).toBe(409);
  expect(problemIn(answer)).toEqual({
    type: '/api/#CONFLICT',
    title: expect.stringMatching(/./) as string,
    detail: expect.stringMatching(/./) as string,
    ...{ status: 409, code: 'CONFLICT', data: { revision: 42 } },
  });
});

it.each([
  ['a field', '/api/mail/setDefaultProfile', profile('new'), 422, 'INVALID_INPUT'],
  ['an operation', '/api/mail/burnProfiles', '{}', 404, 'UNKNOWN_OPERATION'],
  ['what is no JSON', '/api/mail/listPresets', '{', 400, 'INVALID_INPUT'],
  ['what is too much', '/api/mail/listPresets', JSON.stringify('x'.repeat(2_000)), 413, 'INVALID_INPUT'],
])('are told so of %s too', async (_what, path, body, status, code) => {
  const answer = await call(path, body);
  expect(answer.status).toBe(status);
  expect(problemIn(answer)).toMatchObject({ status, code, type: `/api/#${code}` });
});

it('name the field in the detail, in the language that is asked for', async () => {
  const detailIn = async (language: string): Promise<unknown> => {
    const headers = { 'accept-language': language };
    return problemIn(await call('/api/mail/setDefaultProfile', profile('new'), headers))['detail'];
  };
  const [english, french] = await Promise.all([detailIn('en-GB,en;q=0.9'), detailIn('fr-CH, fr;q=0.9')]);
  expect(english).toMatch(/^revision: /);
  expect(french).toMatch(/^revision\u202f: /);
});

it('name the incident of a fault of the program, and nothing of it', async () => {
  const problem = problemIn(await call('/api/security/getProtection', '{}'));
  const { incident } = problem['data'] as { incident: string };
  expect(problem).toMatchObject({ status: 500, code: 'INTERNAL', instance: `urn:uuid:${incident}` });
});

it('are told of what only this door refuses, without a type of their own, and what to do', async () => {
  const answer = await door.ask({ method: 'PUT', path: '/api/mail/listPresets', headers: door.session });
  expect(problemIn(answer)).toMatchObject({ type: 'about:blank', title: 'Method Not Allowed', status: 405 });
  expect(problemIn(answer)['detail']).toContain('POST');
  const plain = await call('/api/mail/listPresets', '{}', { 'content-type': 'text/plain' });
  expect(problemIn(plain)).toMatchObject({ type: 'about:blank', status: 415, code: 'JSON_REQUIRED' });
  expect(problemIn(plain)['detail']).toContain('application/json');
  const foreign = await call('/api/mail/listPresets', '{}', { origin: 'http://attacker.example' });
  expect(problemIn(foreign)).toMatchObject({ type: 'about:blank', status: 403, code: 'FOREIGN_ORIGIN' });
});

it('ask nobody for name and password where nobody may call so', async () => {
  const answer = await door.call({ 'content-type': 'application/json' }, '{}', '/api/mail/listPresets');
  expect(problemIn(answer)).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
  expect(answer.headers['www-authenticate']).toBeUndefined();
});
