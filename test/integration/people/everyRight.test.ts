import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiOperation, apiOperations } from '../../../electron/hosts/http/apiOperations.ts';
import { administratorPassword, type Browser, openPeopleDoor, type PeopleDoor } from './openPeopleDoor.ts';

const first = 'another fine sentence';
const own = 'quite a new sentence';

let door: PeopleDoor;
let stranger: Browser;
let withoutRole: Browser;
let beginner: Browser;

const signedIn = async (name: string, password: string): Promise<Browser> => {
  const browser = await door.browse();
  expect((await browser.call('session.signIn', { name, password })).status).toBe(200);
  return browser;
};

beforeAll(async () => {
  door = await openPeopleDoor();
  const administrator = await door.setUp();
  for (const name of ['bob', 'eve']) {
    const values = {
      ...{ name, displayName: name, mail: null, language: null },
      ...{ isActive: true, mayUseBasicAuthentication: false },
    };
    const created = await administrator.call('users.createUser', { values, grants: [], password: first });
    expect(created.status).toBe(200);
  }
  stranger = await door.browse();
  withoutRole = await signedIn('bob', first);
  await withoutRole.call('session.changePassword', { present: first, next: own });
  beginner = await signedIn('eve', first);
});
afterAll(() => door.close());

/** Rights are looked at before the input is: none is needed to be refused. */
const answerOf = async (browser: Browser, { name, route }: ApiOperation) => {
  const { status, body } =
    route.method === 'GET' ? await browser.get(`/api${route.path}`) : await browser.call(name);
  const { code, data } = JSON.parse(body) as { code?: string; data?: unknown };
  return { status, code, data };
};

const guarded = apiOperations.filter(({ meta }) => meta.access === 'signedIn');
const withRights = guarded.filter(({ meta }) => meta.permissions.length > 0);
const byName = (operations: readonly ApiOperation[]) =>
  operations.map((operation) => [operation.name, operation] as const);

describe('a call without the right for it is refused', () => {
  it.each(byName(guarded))('%s: to nobody', async (_name, operation) => {
    expect(await answerOf(stranger, operation)).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
  });

  it.each(byName(withRights))('%s: to a user without a role', async (_name, operation) => {
    const [permission] = operation.meta.permissions;
    const refused = { status: 403, code: 'NOT_ALLOWED', data: { permission } };
    expect(await answerOf(withoutRole, operation)).toEqual(refused);
  });

  it.each(byName(guarded))('%s: to whoever has to replace the password first', async (_name, operation) => {
    expect([401, 403]).toContain((await answerOf(beginner, operation)).status);
  });
});

it('asks nothing but signing in, its own appearance and its rules of those who are nobody', () => {
  const open = apiOperations.filter(({ meta }) => meta.access === 'everybody').map(({ name }) => name);
  expect(open.filter((name) => !name.startsWith('session.'))).toEqual(['settings.getGeneral']);
});

it('lets an administrator do what it refuses to the others', async () => {
  const administrator = await signedIn('admin', administratorPassword);
  for (const operation of guarded.filter(({ meta }) => meta.kind === 'query'))
    expect([operation.name, (await answerOf(administrator, operation)).status]).not.toContain(403);
});
