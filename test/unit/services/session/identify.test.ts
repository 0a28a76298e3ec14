import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { permissions } from '../../../../electron/contract/permissions.ts';
import type { Caller } from '../../../../electron/services/session/identify.ts';
import { openPeopleLab, type PeopleLab } from './peopleLab.ts';

const origin = { door: 'browser', machine: 'OFFICE-1' };
const starter: Caller = { startedProgram: true, token: null };
const stranger: Caller = { startedProgram: false, token: null };
const password = 'a good long secret';
const admin = { displayName: 'Anna Ott', mail: 'anna@corp.example', language: null, password };

let lab: PeopleLab;

const signIn = async (typed = password): Promise<Caller> => {
  const { token } = await lab.signIn({ name: 'admin', password: typed, origin });
  return { startedProgram: false, token };
};

beforeEach(async () => {
  lab = await openPeopleLab();
});

afterEach(() => lab.database.remove());

describe('a console without an administrator', () => {
  it('lets in who started the program, and nobody else', async () => {
    expect(await lab.identify(starter)).toEqual({ state: 'starting' });
    expect(await lab.identify(stranger)).toEqual({ state: 'signedOut', end: null });
  });

  it('gets one, under the rules, and only once', async () => {
    await expect(lab.createAdministrator({ ...admin, password: 'short' })).rejects.toMatchObject({
      data: { issues: [{ path: ['password'], code: 'passwordTooShort' }] },
    });
    await expect(lab.createAdministrator({ ...admin, password: 'anna@corp.example' })).rejects.toMatchObject({
      data: { issues: [{ code: 'passwordIsOwnName' }] },
    });
    expect(await lab.identify(starter)).toEqual({ state: 'starting' });
    await lab.createAdministrator(admin);
    await expect(lab.createAdministrator(admin)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('gets one only, also when two people create one at once', async () => {
    const created = await Promise.allSettled([
      lab.createAdministrator(admin),
      lab.createAdministrator(admin),
    ]);
    expect(created.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('who calls', () => {
  beforeEach(async () => {
    await lab.createAdministrator(admin);
  });

  it('has to sign in as soon as there is an administrator, also who started the program', async () => {
    expect(await lab.identify(starter)).toEqual({ state: 'signedOut', end: null });
  });

  it('is the administrator with every right', async () => {
    const identity = await lab.identify(await signIn());
    expect(identity).toMatchObject({ state: 'signedIn', name: 'admin', isAdministrator: true });
    const held = identity.state === 'signedIn' ? identity.held.everywhere : new Set();
    expect(held).toEqual(new Set(permissions));
  });

  it('is nobody with a token that was never given', async () => {
    expect(await lab.identify({ startedProgram: true, token: 'x'.repeat(43) })).toEqual({
      state: 'signedOut',
      end: null,
    });
  });

  it('is told why the session ended: another one, also where that has ended since', async () => {
    const caller = await signIn();
    lab.clock.now += 1_000;
    const elsewhere = { door: 'commandLine', machine: 'OFFICE-1' };
    const { user } = await lab.signIn({ name: 'admin', password, origin: elsewhere });
    const told = { state: 'signedOut', end: { reason: 'elsewhere', at: 1_001_000, elsewhere } };
    expect(await lab.identify(caller)).toEqual(told);
    await lab.sessions.endAllOf(user.id, 'signedOut', lab.clock.now);
    expect(await lab.identify(caller)).toEqual(told);
  });

  it('is told by use, and not by what a page asks by itself, when the session ends as idle', async () => {
    const used = await signIn();
    const minutes = async (count: number, isUse: boolean) => {
      lab.clock.now += count * 60_000;
      return lab.identify(used, isUse);
    };
    expect(await minutes(15, true)).toMatchObject({ state: 'signedIn' });
    expect(await minutes(15, false)).toMatchObject({ state: 'signedIn' });
    expect(await minutes(15, false)).toMatchObject({ state: 'signedOut', end: { reason: 'idle' } });
  });

  it('is out at once when somebody deactivates the user', async () => {
    const caller = await signIn();
    const query = await lab.database.query();
    await query.updateTable('users').set({ isActive: 0 }).execute();
    expect(await lab.identify(caller)).toMatchObject({ state: 'signedOut', end: { reason: 'deactivated' } });
    await query.updateTable('users').set({ isActive: 1 }).execute();
    expect(await lab.identify(caller)).toMatchObject({ state: 'signedOut', end: { reason: 'deactivated' } });
  });

  it('may do nothing but choose a new password when somebody else chose the present one', async () => {
    const query = await lab.database.query();
    await query.updateTable('users').set({ mustChangePassword: 1 }).execute();
    const caller = await signIn();
    expect(await lab.identify(caller)).toMatchObject({ state: 'mustChangePassword', name: 'admin' });
  });
});

describe('the own password', () => {
  const next = 'another good long secret';

  /** The session that lasts: a user has one (U28). */
  const lastingSession = async (): Promise<string> => {
    const query = await lab.database.query();
    const lasting = query.selectFrom('sessions').select('id').where('endedAt', 'is', null);
    return (await lasting.executeTakeFirstOrThrow()).id;
  };

  const change = (present: string, to = next, sessionId = 'none') =>
    lab.changePassword({ attempt: { name: 'admin', password: present, origin }, next: to, sessionId });

  beforeEach(async () => {
    await lab.createAdministrator(admin);
  });

  it('is replaced by who knows it, and the session goes on', async () => {
    const caller = await signIn();
    await change(password, next, await lastingSession());
    expect(await lab.identify(caller)).toMatchObject({ state: 'signedIn' });
    await expect(signIn()).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    expect(await lab.identify(await signIn(next))).toMatchObject({ state: 'signedIn' });
  });

  it('stays when the new one is against the rules', async () => {
    await expect(change(password, 'short')).rejects.toMatchObject({ data: { issues: [{ path: ['next'] }] } });
    expect(await lab.identify(await signIn())).toMatchObject({ state: 'signedIn' });
  });

  it('that is guessed there locks out like at the sign-in (U27)', async () => {
    for (let count = 0; count < 3; count += 1)
      await expect(change('guess')).rejects.toMatchObject({
        data: { issues: [{ code: 'presentPasswordWrong' }] },
      });
    expect(lab.locked).toEqual(['admin']);
    await expect(signIn()).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    await expect(change(password)).rejects.toMatchObject({ data: { issues: [{ path: ['present'] }] } });
  });
});
