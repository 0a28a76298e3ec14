import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOwnPasswordChange } from '../../../../electron/services/session/ownPassword.ts';
import { replacePassword } from '../../../../electron/services/users/passwords/replacePassword.ts';
import { openPeopleLab, type PeopleLab } from './peopleLab.ts';

const origin = { door: 'browser', machine: 'OFFICE-1' };
const password = 'a good long secret';
const attempt = { name: 'admin', password, origin };

let lab: PeopleLab;
let userId: string;
let sessionId: string;

beforeEach(async () => {
  lab = await openPeopleLab();
  await lab.createAdministrator({ displayName: 'Anna Ott', mail: null, language: null, password });
  await lab.signIn(attempt);
  userId = (await lab.people.find('admin'))?.id ?? '';
  sessionId = (await lab.sessions.listOf(userId))[0]?.id ?? '';
});

afterEach(() => lab.database.remove());

const owner = () => ({ userId, names: ['admin'] });

/** Changes the password; while the new one is hashed, something else is done. */
const changeDuring = (meanwhile: () => Promise<void>) =>
  createOwnPasswordChange({
    ...{ check: lab.check, people: lab.people, transact: lab.transact },
    now: () => lab.clock.now,
    onLocked: async () => undefined,
    passwords: {
      hashGood: async (...given) => {
        await meanwhile();
        return lab.passwords.hashGood(...given);
      },
    },
  })({ attempt, next: 'chosen by the thief', sessionId });

const ended = { code: 'NOT_SIGNED_IN' };

it('is not replaced by a change that began with the password before', async () => {
  const change = changeDuring(async () => {
    const hash = await lab.passwords.hashGood('given by another one', owner(), ['password']);
    const replacement = { userId, hash, at: lab.clock.now, mustChange: true };
    await lab.transact((stores) => replacePassword(stores, replacement));
  });
  await expect(change).rejects.toMatchObject(ended);
  expect(await lab.check({ ...attempt, password: 'given by another one' })).toMatchObject({
    ...{ result: 'right', user: { mustChangePassword: true } },
  });
});

it('is not replaced once the session has ended', async () => {
  const change = changeDuring(() => lab.sessions.end(sessionId, 'ended', lab.clock.now));
  await expect(change).rejects.toMatchObject(ended);
  expect(await lab.check(attempt)).toMatchObject({ result: 'right' });
});
