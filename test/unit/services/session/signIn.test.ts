import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPasswordCheck } from '../../../../electron/services/session/passwordCheck.ts';
import { createSessionCheck } from '../../../../electron/services/session/sessionCheck.ts';
import { createSignIn } from '../../../../electron/services/session/signIn.ts';
import { createPasswordHashing } from '../../../../electron/services/users/passwords/passwordHashing.ts';
import { createCredentialStore } from '../../../../electron/stores/users/credentialStore.ts';
import { createLockoutStore } from '../../../../electron/stores/users/lockoutStore.ts';
import { createSessionStore, type SessionStore } from '../../../../electron/stores/users/sessionStore.ts';
import { createSignInStore, type SignInStore } from '../../../../electron/stores/users/signInStore.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';
import { addUserRow } from '../../stores/users/peopleRows.ts';

const office = { door: 'browser', machine: 'OFFICE-1' };
const home = { door: 'desktop', machine: 'HOME-1' };
const cheap = { memoryKib: 8, passes: 1 };
const dayMs = 86_400_000;
const hashing = createPasswordHashing();

const passwords = {
  mustHaveSpecialCharacters: false,
  mustHaveLowercase: false,
  mustHaveUppercase: false,
  mustHaveDigits: false,
  minimumLength: 1,
  expirationDays: 30,
  previousPasswords: 0,
  mustChangeOnFirstSignIn: true,
};

let database: TemporaryDatabase;
let people: SignInStore;
let sessions: SessionStore;
let clock: number;
let locked: string[];
let annaId: string;

const now = (): number => clock;
let limits = { idleMinutes: 20, absoluteHours: 12, onePerUser: true };

const signIn = (password: string, origin = office, name = 'anna', verify = hashing.verify) => {
  const check = createPasswordCheck({
    ...{ people, now },
    hashing: { ...hashing, inPlace: (work) => hashing.inPlace((hashes) => work({ ...hashes, verify })) },
    lockouts: createLockoutStore(database.query),
    cost: async () => cheap,
    rules: async () => ({ isEnabled: true, lockSeconds: 300, attempts: 3 }),
  });
  return createSignIn({
    ...{ check, people, sessions, now },
    rules: async () => ({ passwords, sessions: limits }),
    onLocked: async (attempt) => void locked.push(attempt.name),
  })({ name, password, origin });
};

const look = (token: string, isUse = true) =>
  createSessionCheck({ sessions, now, rules: async () => limits })(token, isUse);

beforeEach(async () => {
  database = await openTemporaryDatabase();
  people = createSignInStore(database.query);
  sessions = createSessionStore(database.query);
  clock = dayMs;
  locked = [];
  limits = { idleMinutes: 20, absoluteHours: 12, onePerUser: true };
  annaId = await addUserRow(database.query, { name: 'anna' }, await hashing.hash('right', cheap));
});

afterEach(() => database.remove());

describe('signing in', () => {
  it('begins a session, whose token is kept nowhere', async () => {
    const { token, mustChange } = await signIn('right');
    expect(mustChange).toBe(false);
    expect(await look(token)).toMatchObject({
      state: 'lasting',
      session: { userId: annaId, origin: office },
    });
    const query = await database.query();
    expect(JSON.stringify(await query.selectFrom('sessions').selectAll().execute())).not.toContain(token);
    expect(await look(`${token}x`)).toEqual({ state: 'unknown' });
  });

  it('is refused alike for everybody, and the record says why', async () => {
    await addUserRow(database.query, { name: 'bernd', isActive: 0 }, await hashing.hash('right', cheap));
    const refusals = await Promise.all([
      signIn('wrong').catch(String),
      signIn('wrong', office, 'nobody').catch(String),
      signIn('right', office, 'bernd').catch(String),
    ]);
    expect(new Set(refusals).size).toBe(1);
    const query = await database.query();
    const results = await query.selectFrom('signInAttempts').select('result').execute();
    expect(new Set(results.map(({ result }) => result))).toEqual(
      new Set(['wrongPassword', 'unknownUser', 'inactive']),
    );
  });

  it('is refused when the password is replaced while it is judged', async () => {
    const next = await hashing.hash('next', cheap);
    const verify: typeof hashing.verify = async (password, hash) => {
      const fits = await hashing.verify(password, hash);
      await createCredentialStore(database.query).set(annaId, {
        hash: next,
        at: clock + 1,
        mustChange: false,
      });
      await sessions.endAllOf(annaId, 'passwordChanged', clock + 1);
      return fits;
    };
    await expect(signIn('right', office, 'anna', verify)).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    expect(await sessions.listOf(annaId)).toEqual([]);
    expect((await people.attemptsOf(annaId, 1))[0]?.result).toBe('wrongPassword');
  });

  it('tells of a lock once', async () => {
    for (let count = 0; count < 5; count += 1) await signIn('wrong').catch(() => undefined);
    expect(locked).toEqual(['anna']);
    expect((await people.attemptsOf(annaId, 2)).map(({ result }) => result)).toEqual([
      'lockedOut',
      'lockedOut',
    ]);
    await expect(signIn('right')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
  });

  it('asks for a new password when the present one has expired, or somebody else chose it', async () => {
    clock = 30 * dayMs;
    expect(await signIn('right')).toMatchObject({ mustChange: true });
    expect((await people.attemptsOf(annaId, 1))[0]?.result).toBe('passwordExpired');
    await addUserRow(
      database.query,
      { name: 'new', mustChangePassword: 1 },
      await hashing.hash('right', cheap),
    );
    clock = dayMs;
    expect(await signIn('right', office, 'new')).toMatchObject({ mustChange: true });
  });
});

describe('a session', () => {
  it('ends when its user signs in elsewhere, and is told where (U28)', async () => {
    const first = await signIn('right', office);
    clock += 1_000;
    await signIn('right', home);
    expect(await look(first.token)).toMatchObject({
      state: 'ended',
      reason: 'elsewhere',
      at: dayMs + 1_000,
      elsewhere: { origin: home },
    });
  });

  it('goes on beside another one where that is allowed', async () => {
    limits.onePerUser = false;
    const first = await signIn('right', office);
    await signIn('right', home);
    expect(await look(first.token)).toMatchObject({ state: 'lasting' });
  });

  it('ends when nobody uses it: what asks by itself is no use', async () => {
    const { token } = await signIn('right');
    clock += 15 * 60_000;
    await look(token);
    clock += 15 * 60_000;
    expect(await look(token, false)).toMatchObject({ state: 'lasting' });
    clock += 5 * 60_000;
    expect(await look(token)).toMatchObject({ state: 'ended', reason: 'idle' });
    clock = dayMs;
    expect(await look(token)).toMatchObject({ state: 'ended', reason: 'idle' });
  });

  it('ends at last, however it is used', async () => {
    const { token } = await signIn('right');
    for (let minutes = 0; minutes < 12 * 60; minutes += 10) {
      expect(await look(token)).toMatchObject({ state: 'lasting' });
      clock += 10 * 60_000;
    }
    expect(await look(token)).toMatchObject({ state: 'ended', reason: 'tooOld' });
  });

  it('ends when the clock was put back: nobody knows how long it has lasted', async () => {
    const { token } = await signIn('right');
    clock -= 13 * 3_600_000;
    expect(await look(token)).toMatchObject({ state: 'ended', reason: 'tooOld' });
  });

  it('keeps the first reason of its end', async () => {
    const { token } = await signIn('right');
    await sessions.endAllOf(annaId, 'passwordChanged', clock);
    await sessions.endAllOf(annaId, 'signedOut', clock + 1);
    expect(await look(token)).toMatchObject({ state: 'ended', reason: 'passwordChanged', at: clock });
  });
});
