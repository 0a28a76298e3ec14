import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Browser, openPeopleDoor, type PeopleDoor } from './openPeopleDoor.ts';

let door: PeopleDoor;
let administrator: Browser;
beforeEach(async () => {
  door = await openPeopleDoor();
  administrator = await door.setUp();
});
afterEach(() => door.close());

const password = 'pâss: with a colon';
const user = { displayName: 'Nightly check', mail: null, language: null, isActive: true };

const answerOf = async <Value>(operation: string, input: unknown = {}): Promise<Value> => {
  const { status, body } = await administrator.call(operation, input);
  expect({ operation, status, body }).toMatchObject({ operation, status: 200 });
  return JSON.parse(body) as Value;
};

const changeRules = async (change: object): Promise<void> => {
  type Rules = { revision: number; rules: { passwords: object } };
  const { revision, rules } = await answerOf<Rules>('security.getSignInRules');
  await answerOf('security.saveSignInRules', { revision, rules: { ...rules, ...change } });
};

/** Basic authentication allowed in the rules, and a user who has not to change the password first. */
const allow = async (): Promise<void> => {
  const { rules } = await answerOf<{ rules: { passwords: object } }>('security.getSignInRules');
  const passwords = { ...rules.passwords, mustChangeOnFirstSignIn: false };
  await changeRules({ isBasicAuthenticationRestricted: false, passwords });
};

const createUser = async (name: string, values: object = {}): Promise<string> => {
  const { id } = await answerOf<{ id: string }>('users.createUser', {
    values: { name, ...user, mayUseBasicAuthentication: true, ...values },
    grants: [{ roleId: await administratorRole(), folderId: null }],
    password,
  });
  return id;
};

const administratorRole = async (): Promise<string> => {
  const { roles } = await answerOf<{ roles: { id: string; isBuiltIn: boolean }[] }>('roles.listRoles');
  return roles.find(({ isBuiltIn }) => isBuiltIn)?.id ?? '';
};

const basic = (name: string, typed: string): string =>
  `Basic ${Buffer.from(`${name}:${typed}`).toString('base64')}`;

const call = (authorization: string | null, headers = {}, path = '/api/mail/listProfiles') =>
  fetch(`${door.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}), ...headers },
    body: '{}',
  });

const stateOf = async (response: Response) => {
  const { status, headers } = response;
  return { status, challenge: headers.get('www-authenticate'), body: await response.text() };
};

it('lets nobody in as long as the rules restrict it, and asks nobody for a password (U26)', async () => {
  await createUser('script');
  expect(await stateOf(await call(basic('script', password)))).toMatchObject({
    status: 401,
    challenge: null,
  });
});

it('lets in who may, for each call alone: no session begins or ends (U28)', async () => {
  await allow();
  const id = await createUser('script');
  for (let times = 0; times < 3; times += 1) expect((await call(basic('script', password))).status).toBe(200);
  expect((await call(basic('SCRIPT', password))).headers.get('set-cookie')).toBeNull();
  const { sessions } = await answerOf<{ sessions: unknown[] }>('users.getUser', { id });
  expect(sessions).toEqual([]);
  expect((await administrator.call('mail.listProfiles')).status).toBe(200);
});

it('is for scripts: not for our own pages, other sites, or signing in', async () => {
  await allow();
  await createUser('script');
  const authorization = basic('script', password);
  expect((await call(authorization, {}, '/rpc/mail/listProfiles')).status).toBe(401);
  expect((await call(authorization, { origin: 'http://attacker.example' })).status).toBe(403);
  expect((await call(authorization, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await call(authorization, {}, '/api/session/signOut')).status).toBe(401);
});

it('answers the same to everybody else, and asks for name and password (RFC 7617)', async () => {
  await allow();
  await createUser('script');
  await createUser('person', { mayUseBasicAuthentication: false });
  await createUser('gone', { isActive: false });
  const refused = await stateOf(await call(basic('nobody', password)));
  expect(refused).toMatchObject({ status: 401, challenge: expect.stringMatching(/^Basic realm=/) as string });
  for (const authorization of [basic('script', 'wrong'), basic('person', password), basic('gone', password)])
    expect(await stateOf(await call(authorization))).toEqual(refused);
  const without = await stateOf(await call(null));
  expect(without).toMatchObject({ status: 401, challenge: refused.challenge });
});

it('says nothing but no to a password that has to be changed first', async () => {
  await changeRules({ isBasicAuthenticationRestricted: false });
  await createUser('script');
  expect((await call(basic('script', password))).status).toBe(401);
});

it('counts attempts as the sign-in page does, also while a right password is remembered', async () => {
  await allow();
  const id = await createUser('script');
  expect((await call(basic('script', password))).status).toBe(200);
  for (let attempt = 0; attempt < 10; attempt += 1) await call(basic('script', `wrong ${attempt}`));
  expect((await call(basic('script', password))).status).toBe(401);
  const { lockout } = await answerOf<{ lockout: object | null }>('users.getUser', { id });
  expect(lockout).toMatchObject({ attemptsLeft: 0 });
});

it('leaves a row in the audit when it is refused, and no flood of them', async () => {
  await allow();
  await createUser('script');
  for (const typed of ['wrong', 'wrong again']) await call(basic('script', typed));
  type Entries = { entries: { operation: string; subject: string; result: string }[] };
  const filter = {
    ...{ from: null, until: null, userId: null, operation: 'mail.listProfiles', outcome: null, result: null },
    text: '',
  };
  const { entries } = await answerOf<Entries>('audit.listEntries', { filter, below: null, limit: 10 });
  expect(entries).toEqual([
    expect.objectContaining({ user: '', door: 'api', subject: 'script', result: 'wrongPassword' }),
  ]);
});

it('does not lock out a script that calls often at once', async () => {
  await allow();
  await createUser('script');
  const calls = await Promise.all(Array.from({ length: 40 }, () => call(basic('script', password))));
  expect(new Set(calls.map(({ status }) => status))).toEqual(new Set([200]));
});

it('ends at once with the password, the name, the right, the user', async () => {
  await allow();
  const changed = await createUser('changed');
  const forbidden = await createUser('forbidden');
  const renamed = await createUser('renamed');
  const names = ['changed', 'forbidden', 'renamed'];
  for (const name of names) expect((await call(basic(name, password))).status).toBe(200);
  await answerOf('users.setPassword', { id: changed, password: 'something new now' });
  type Shown = { revision: number; values: { kind?: string }; grants: object[] };
  const save = async (id: string, change: object): Promise<void> => {
    const { revision, values, grants } = await answerOf<Shown>('users.getUser', { id });
    await answerOf('users.saveUser', { id, revision, values: { ...values, ...change }, grants });
  };
  await save(forbidden, { mayUseBasicAuthentication: false });
  await save(renamed, { name: 'new-name' });
  for (const name of names) expect((await call(basic(name, password))).status).toBe(401);
  await changeRules({ isBasicAuthenticationRestricted: true });
  expect((await stateOf(await call(basic('changed', 'something new now')))).challenge).toBeNull();
});

it('answers what Orchestrator scripts ask by GET, inherited rights and why (U16)', async () => {
  await allow();
  const id = await createUser('script');
  const ask = (query: string) =>
    fetch(`${door.origin}/api/DirectoryService/GetDirectoryPermissions${query}`, {
      headers: { authorization: basic('script', password) },
    });
  const answer = await ask(`?userId=${id}`);
  expect(answer.status).toBe(200);
  const same = await answerOf('roles.checkPermissions', { userId: id, without: null, asksDirectory: true });
  expect(await answer.json()).toEqual(same);
  expect((await ask('')).status).toBe(422);
  expect((await ask('?userId=1')).status).toBe(422);
  expect((await ask(`?userId=${crypto.randomUUID()}`)).status).toBe(404);
});
