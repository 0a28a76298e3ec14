import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordFigure } from '../stores/recordFigure.ts';
import { type Browser, openPeopleDoor, type PeopleDoor } from './openPeopleDoor.ts';
import { medianOf, rankDistance } from './rankTest.ts';

const password = 'another fine sentence';
const rounds = 24;
/** In standard deviations: chance gives more once in a million runs. */
const mostDistance = 5;

let door: PeopleDoor;
let administrator: Browser;
let browser: Browser;

type Rules = { revision: number; rules: { lockout: object } };

const allowAttempts = async (attempts: number): Promise<void> => {
  const { revision, rules } = JSON.parse((await administrator.call('security.getSignInRules')).body) as Rules;
  const next = { ...rules, lockout: { ...rules.lockout, attempts } };
  expect((await administrator.call('security.saveSignInRules', { revision, rules: next })).status).toBe(200);
};

const createUser = async (name: string, isActive: boolean): Promise<void> => {
  const values = {
    ...{ name, displayName: name, mail: null, language: null },
    ...{ isActive, mayUseBasicAuthentication: false },
  };
  const created = await administrator.call('users.createUser', { values, grants: [], password });
  expect(created.status).toBe(200);
};

beforeAll(async () => {
  door = await openPeopleDoor();
  administrator = await door.setUp();
  browser = await door.browse();
  await createUser('known', true);
  await createUser('inactive', false);
  await createUser('locked', true);
  await allowAttempts(1);
  for (const name of ['locked', 'lockedghost'])
    await browser.call('session.signIn', { name, password: 'wrong' });
  await allowAttempts(100);
});
afterAll(() => door.close());

/** What an attacker sees: all of the answer but when it was given, and how long it took in ms. */
const attempt = async (name: string, typed: string) => {
  const { cookie, authorization } = browser.jar;
  const started = performance.now();
  const response = await fetch(`${door.origin}/api/session/signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, authorization },
    body: JSON.stringify({ name, password: typed }),
  });
  const body = await response.text();
  const tookMs = performance.now() - started;
  const headers = [...response.headers].filter(([header]) => header !== 'date');
  return { seen: { status: response.status, headers, body }, tookMs };
};

const names = ['known', 'unknown', 'inactive', 'locked', 'lockedUnknown'] as const;
type Person = (typeof names)[number];

/** Inactive and locked users with the right password: the attacker would like to know just that. */
const people: Readonly<Record<Person, readonly [name: string, typed: string]>> = {
  known: ['known', 'wrong'],
  unknown: ['ghost', 'wrong'],
  inactive: ['inactive', password],
  locked: ['locked', password],
  lockedUnknown: ['lockedghost', password],
};

it('tells nobody whether a user exists, is active or locked: by text, code, headers or time', async () => {
  const times: Record<Person, number[]> = {
    ...{ known: [], unknown: [], inactive: [], locked: [], lockedUnknown: [] },
  };
  const answers = new Set<string>();
  /** In turn, so that whatever else slows the machine slows all of them. */
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) {
      const { seen, tookMs } = await attempt(...people[name]);
      answers.add(JSON.stringify(seen));
      times[name].push(tookMs);
    }
  expect([...answers]).toHaveLength(1);
  expect([...answers][0]).toContain('SIGN_IN_REFUSED');

  const distances = {
    unknown: rankDistance(times.known, times.unknown),
    inactive: rankDistance(times.known, times.inactive),
    /** A locked name is refused before its password is looked at, whether anybody has it or not. */
    lockedUnknown: rankDistance(times.locked, times.lockedUnknown),
  };
  const mediansMs = Object.fromEntries(names.map((name) => [name, Number(medianOf(times[name]).toFixed(2))]));
  recordFigure('sign-in-enumeration', { rounds, mediansMs, distances });
  for (const distance of Object.values(distances)) expect(Math.abs(distance)).toBeLessThan(mostDistance);
});
