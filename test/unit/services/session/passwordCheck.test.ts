import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPasswordCheck } from '../../../../electron/services/session/passwordCheck.ts';
import { createBoundedTurns } from '../../../../electron/concurrency/boundedTurns.ts';
import {
  createPasswordHashing,
  type PasswordHashing,
} from '../../../../electron/services/users/passwords/passwordHashing.ts';
import { createLockoutStore } from '../../../../electron/stores/users/lockoutStore.ts';
import { createSignInStore } from '../../../../electron/stores/users/signInStore.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';
import { addUserRow } from '../../stores/users/peopleRows.ts';

const origin = { door: 'browser', machine: '127.0.0.1' };
/** As little as the library takes: these tests count, they do not protect. */
const cheap = { memoryKib: 8, passes: 1 };

let database: TemporaryDatabase;
let judged: string[];
let clock: number;

const real = createPasswordHashing();

/** The real hash, with so many places, which notes each guess that reaches it. */
const counting = (places = 2_000): PasswordHashing => {
  const { inPlace } = createBoundedTurns(1, places);
  const verify: PasswordHashing['verify'] = async (password, hash) => {
    judged.push(password);
    return real.verify(password, hash);
  };
  return { ...real, inPlace: (work) => inPlace(() => work({ hash: real.hash, verify })) };
};

const createCheck = (cost = cheap, isEnabled = true, hashing = counting()) => {
  const people = createSignInStore(database.query);
  const lockouts = createLockoutStore(database.query);
  const check = createPasswordCheck({
    ...{ people, lockouts, hashing, now: () => clock },
    cost: async () => cost,
    rules: async () => ({ isEnabled, lockSeconds: 300, attempts: 10 }),
  });
  return (name: string, password: string) => check({ name, password, origin });
};

beforeEach(async () => {
  database = await openTemporaryDatabase();
  judged = [];
  clock = 1_000_000;
  await addUserRow(database.query, { name: 'Anna' }, await real.hash('right', cheap));
});

afterEach(() => database.remove());

describe('a password', () => {
  it('is right for its user, however the name is written', async () => {
    const check = createCheck();
    expect(await check(' ANNA ', 'right')).toMatchObject({ result: 'right', user: { name: 'Anna' } });
    expect(await check('anna', 'wrong')).toMatchObject({ result: 'wrongPassword', locked: false });
  });

  it('is not judged more often than the limit, however many try at once (S06)', async () => {
    const check = createCheck();
    const verdicts = await Promise.all(
      Array.from({ length: 1_000 }, (_, at) => check('anna', `guess ${at}`)),
    );
    expect(judged).toHaveLength(10);
    expect(verdicts.filter((verdict) => verdict.result === 'wrongPassword')).toHaveLength(10);
    expect(verdicts.filter((verdict) => 'locked' in verdict && verdict.locked)).toHaveLength(1);
    expect(await check('anna', 'right')).toMatchObject({ result: 'lockedOut' });
    clock += 300_000;
    expect(await check('anna', 'right')).toMatchObject({ result: 'right' });
  });

  it('of nobody is judged as often and locked as soon, so that nothing tells them apart', async () => {
    const check = createCheck();
    const results = [];
    for (let count = 0; count < 11; count += 1) results.push((await check('nobody', 'guess')).result);
    expect(results).toEqual([...Array.from({ length: 10 }, () => 'unknownUser'), 'lockedOut']);
    expect(judged).toHaveLength(10);
  });

  it('that is right forgives what was wrong before', async () => {
    const check = createCheck();
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 9; count += 1) await check('anna', 'wrong');
      expect(await check('anna', 'right')).toMatchObject({ result: 'right' });
    }
  });

  it('of somebody inactive is judged like any other, and says nothing else before that', async () => {
    await addUserRow(database.query, { name: 'bernd', isActive: 0 }, await real.hash('right', cheap));
    const check = createCheck();
    expect(await check('bernd', 'wrong')).toMatchObject({ result: 'wrongPassword' });
    expect(await check('bernd', 'right')).toMatchObject({ result: 'inactive' });
    expect(judged).toHaveLength(2);
  });

  it('that nobody could set is wrong, and costs the same', async () => {
    await addUserRow(database.query, { name: 'without' });
    const check = createCheck();
    expect(await check('anna', '')).toMatchObject({ result: 'wrongPassword' });
    expect(await check('without', 'none')).toMatchObject({ result: 'wrongPassword' });
    expect(judged).toHaveLength(2);
  });

  it('is hashed anew when the cost has risen', async () => {
    const dearer = { memoryKib: 16, passes: 2 };
    await createCheck(dearer)('anna', 'right');
    const people = createSignInStore(database.query);
    expect((await people.find('anna'))?.credential?.hash).toContain('m=16,t=2');
    expect(await createCheck(dearer)('anna', 'right')).toMatchObject({ result: 'right' });
  });

  it('is never locked out while lockout is off', async () => {
    const check = createCheck(cheap, false);
    for (let count = 0; count < 20; count += 1) await check('anna', 'wrong');
    expect(await check('anna', 'right')).toMatchObject({ result: 'right' });
  });

  it('that finds no place before the hash counts as no attempt, however many come at once', async () => {
    const check = createCheck(cheap, true, counting(4));
    for (const name of ['anna', 'nobody']) {
      const ends = await Promise.allSettled(
        Array.from({ length: 40 }, (_, at) => check(name, `guess ${at}`)),
      );
      const refused = ends.filter(({ status }) => status === 'rejected');
      expect(refused).toHaveLength(36);
      for (const end of refused) expect(end).toMatchObject({ reason: { code: 'BUSY' } });
    }
    expect(judged).toHaveLength(8);
    const lockouts = createLockoutStore(database.query);
    expect(await lockouts.find({ unknownName: 'nobody' })).toMatchObject({ failed: 4 });
    expect(await check('anna', 'right')).toMatchObject({ result: 'right' });
  });

  it('is raised to a higher cost in the place that it was judged in, also while that is the only one', async () => {
    const check = createCheck({ memoryKib: 16, passes: 2 }, true, counting(1));
    expect(await check('anna', 'right')).toMatchObject({ result: 'right' });
  });
});
