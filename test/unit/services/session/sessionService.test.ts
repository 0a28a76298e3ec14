import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../../../electron/services/session/identify.ts';
import { type Noted, noteNothing } from '../../../../electron/services/audit/note.ts';
import type { SessionCall } from '../../../../electron/services/session/sessionService.ts';
import { openPeopleLab, type PeopleLab } from './peopleLab.ts';

const origin = { door: 'browser', machine: 'OFFICE-1' };
const password = 'a good long secret';
const next = 'another good long secret';
const admin = { displayName: 'Anna Ott', mail: null, language: null, password };

let lab: PeopleLab;

const callOf = async (caller: Caller): Promise<SessionCall> => ({
  note: noteNothing,
  ...{ caller, origin },
  identity: await lab.identify(caller),
});

const newCaller = (startedProgram = false): Caller => ({ startedProgram, token: null });

beforeEach(async () => {
  lab = await openPeopleLab();
});

afterEach(() => lab.database.remove());

describe('coming in and going out', () => {
  it('begins with the first administrator, who is signed in at once', async () => {
    const caller = newCaller(true);
    await lab.service.createAdministrator(await callOf(caller), admin);
    expect(await lab.identify(caller)).toMatchObject({ state: 'signedIn', name: 'admin' });
    await expect(lab.service.createAdministrator(await callOf(caller), admin)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('is refused to who did not start the program, while there is no administrator', async () => {
    await expect(lab.service.createAdministrator(await callOf(newCaller()), admin)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('ends with signing out: the token is good for nothing afterwards', async () => {
    const caller = newCaller(true);
    await lab.service.createAdministrator(await callOf(caller), admin);
    const { token } = caller;
    await lab.service.signOut(await callOf(caller));
    expect(await lab.identify(caller)).toEqual({ state: 'signedOut', end: null });
    expect(await lab.identify({ startedProgram: false, token })).toMatchObject({
      end: { reason: 'signedOut' },
    });
  });

  it('takes the place of the session that the caller had, and leaves it when it fails', async () => {
    const caller = newCaller(true);
    await lab.service.createAdministrator(await callOf(caller), admin);
    const first = caller.token;
    await expect(
      lab.service.signIn(await callOf(caller), { name: 'admin', password: 'wrong' }),
    ).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    expect(caller.token).toBe(first);
    await lab.service.signIn(await callOf(caller), { name: 'admin', password });
    expect(caller.token).not.toBe(first);
    expect(await lab.identify({ startedProgram: false, token: first })).toMatchObject({ state: 'signedOut' });
  });

  it('is told of nobody in the audit before it succeeds, also where somebody is signed in', async () => {
    const caller = newCaller(true);
    await lab.service.createAdministrator(await callOf(caller), admin);
    const noted: Noted[] = [];
    const call = { ...(await callOf(caller)), note: (more: Noted) => void noted.push(more) };
    const signIn = (typed: string) => lab.service.signIn(call, { name: 'admin', password: typed });
    const whoTried = () => noted.reduce<Noted>((all, more) => ({ ...all, ...more }), {}).by;
    await expect(signIn('wrong')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    expect(whoTried()).toEqual({ userId: null, user: '' });
    await signIn(password);
    expect(whoTried()).toMatchObject({ user: 'admin' });
  });

  it('lets who is signed in choose the own language, and nobody else', async () => {
    const caller = newCaller(true);
    await lab.service.createAdministrator(await callOf(caller), admin);
    await lab.service.saveOwnLanguage(await callOf(caller), 'fr');
    expect(await lab.identify(caller)).toMatchObject({ state: 'signedIn', language: 'fr' });
    // Whoever edits that user meanwhile is not told that somebody else saved first.
    const query = await lab.database.query();
    expect(await query.selectFrom('users').select('revision').execute()).toEqual([{ revision: 1 }]);
    await expect(lab.service.saveOwnLanguage(await callOf(newCaller(true)), 'de')).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });

  it('goes on after the own password was changed', async () => {
    const caller = newCaller(true);
    await lab.service.createAdministrator(await callOf(caller), admin);
    await lab.service.changePassword(await callOf(caller), { present: password, next });
    expect(await lab.identify(caller)).toMatchObject({ state: 'signedIn' });
    await expect(
      lab.service.changePassword(await callOf(newCaller()), { present: next, next: password }),
    ).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('refuses the own display name as a new password, as everywhere else', async () => {
    const caller = newCaller(true);
    await lab.service.createAdministrator(await callOf(caller), admin);
    await expect(
      lab.service.changePassword(await callOf(caller), { present: password, next: 'ANNA OTT' }),
    ).rejects.toMatchObject({ data: { issues: [{ path: ['next'], code: 'passwordIsOwnName' }] } });
  });
});
