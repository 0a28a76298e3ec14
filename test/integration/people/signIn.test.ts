import { afterEach, beforeEach, expect, it } from 'vitest';
import { administratorPassword, type Browser, openPeopleDoor, type PeopleDoor } from './openPeopleDoor.ts';

let door: PeopleDoor;
beforeEach(async () => {
  door = await openPeopleDoor();
});
afterEach(() => door.close());

const stateOf = async (browser: Browser): Promise<string> => {
  const { body } = await browser.call('session.getSession');
  return (JSON.parse(body) as { state: string }).state;
};

const signIn = (browser: Browser, password = administratorPassword, name = 'admin') =>
  browser.call('session.signIn', { name, password });

it('lets nobody in over the network before there is an administrator', async () => {
  const stranger = await door.browse();
  expect(await stateOf(stranger)).toBe('signedOut');
  const values = { displayName: 'Eve', mail: null, language: null, password: administratorPassword };
  expect((await stranger.call('session.createAdministrator', values)).status).toBe(409);
  expect((await signIn(stranger)).status).toBe(401);
  expect((await stranger.call('mail.listProfiles')).status).toBe(401);
});

it('lets the person who started the program create the administrator, once, who is signed in then', async () => {
  const browser = await door.browse(door.host.createStartLink());
  expect(await stateOf(browser)).toBe('starting');
  const values = { displayName: 'Anna', mail: null, language: null, password: administratorPassword };
  expect((await browser.call('session.createAdministrator', values)).status).toBe(200);
  expect(await stateOf(browser)).toBe('signedIn');
  expect((await browser.call('session.createAdministrator', values)).status).toBe(409);
  const later = await door.browse(door.host.createStartLink());
  expect(await stateOf(later)).toBe('signedOut');
});

it('signs in, and out again: what was good before is refused from then on', async () => {
  await door.setUp();
  const browser = await door.browse();
  expect((await signIn(browser)).status).toBe(200);
  expect((await browser.call('mail.listProfiles')).status).toBe(200);
  const stolen = { ...browser.jar };
  expect((await browser.call('session.signOut')).status).toBe(200);
  expect((await browser.call('mail.listProfiles')).status).toBe(401);
  expect((await browser.call('mail.listProfiles', {}, stolen)).status).toBe(401);
});

it('gives another cookie to who signs in: one that was planted before is of no use (fixation)', async () => {
  await door.setUp();
  const browser = await door.browse();
  const planted = { ...browser.jar };
  await signIn(browser);
  expect(browser.jar.cookie).not.toBe(planted.cookie);
  expect((await browser.call('mail.listProfiles', {}, planted)).status).toBe(401);
  expect((await browser.call('mail.listProfiles')).status).toBe(200);
});

it('signs in anew in the same browser, whoever was signed in there before', async () => {
  const browser = await door.setUp();
  const before = { ...browser.jar };
  expect((await signIn(browser)).status).toBe(200);
  expect(await stateOf(browser)).toBe('signedIn');
  expect((await browser.call('mail.listProfiles', {}, before)).status).toBe(401);
});

it('keeps one session of a user, and tells the first browser why it was signed out (U28)', async () => {
  const first = await door.setUp();
  await signIn(await door.browse());
  const { body } = await first.call('session.getSession');
  expect(JSON.parse(body)).toMatchObject({ state: 'signedOut', end: { reason: 'elsewhere' } });
});

it('answers the same to a wrong password and to a name that nobody has', async () => {
  await door.setUp();
  const browser = await door.browse();
  const wrong = await signIn(browser, 'something else entirely');
  const unknown = await signIn(browser, 'something else entirely', 'nobody');
  expect(wrong.status).toBe(401);
  expect(unknown).toEqual(wrong);
});

it('locks after ten attempts, also for the right password, until an administrator unlocks (S06, U27)', async () => {
  const administrator = await door.setUp();
  const created = await administrator.call('users.createUser', {
    values: {
      ...{ name: 'bob', displayName: 'Bob', mail: null, language: null },
      ...{ isActive: true, mayUseBasicAuthentication: false },
    },
    ...{ grants: [], password: 'another fine sentence' },
  });
  expect(created.status).toBe(200);
  const { id } = JSON.parse(created.body) as { id: string };
  const browser = await door.browse();
  for (let attempt = 0; attempt < 10; attempt += 1) await signIn(browser, 'wrong', 'bob');
  const refused = await signIn(browser, 'another fine sentence', 'bob');
  expect(refused).toEqual(await signIn(browser, 'wrong', 'nobody'));
  const alerts = await administrator.call('alerts.listAlerts', {
    ...{ severities: [], components: [], isUnreadOnly: false, below: null, limit: 10 },
  });
  expect(JSON.parse(alerts.body)).toMatchObject({ unread: 1, alerts: [{ code: 'userLocked' }] });
  const request = { action: { kind: 'unlock' }, subject: { ids: [id] } };
  const preview = await administrator.call('users.previewBulk', request);
  const { fingerprint } = JSON.parse(preview.body) as { fingerprint: string };
  const unlocked = await administrator.call('users.applyBulk', { ...request, fingerprint });
  expect(JSON.parse(unlocked.body)).toEqual({ changed: 1 });
  expect((await signIn(browser, 'another fine sentence', 'bob')).status).toBe(200);
  expect(await stateOf(browser)).toBe('mustChangePassword');
  expect((await browser.call('users.listUsers', {})).status).toBe(401);
});

it('lets people change their own password, which ends their other sessions', async () => {
  const browser = await door.setUp();
  const change = { present: 'not this one', next: 'quite a new sentence' };
  expect((await browser.call('session.changePassword', change)).status).toBe(422);
  change.present = administratorPassword;
  expect((await browser.call('session.changePassword', change)).status).toBe(200);
  const other = await door.browse();
  expect((await signIn(other)).status).toBe(401);
  expect((await signIn(other, 'quite a new sentence')).status).toBe(200);
});
