import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createPasswordCheck } from '../../electron/services/session/passwordCheck.ts';
import {
  createPasswordHashing,
  passwordCosts,
} from '../../electron/services/users/passwords/passwordHashing.ts';
import { createDatabase } from '../../electron/stores/database/createDatabase.ts';
import { createLockoutStore } from '../../electron/stores/users/lockoutStore.ts';
import { createSignInStore } from '../../electron/stores/users/signInStore.ts';
import { median } from './median.ts';

/** Passwords judged in a second, all asked for at once. */
export type SignInFigures = {
  people: number;
  memoryKib: number;
  perSecond: number;
  /** The hash alone, as many at once. */
  floorPerSecond: number;
  ratio: number;
};

const userRow = (name: string) => ({
  ...{ id: name, kind: 'localUser' as const, name, nameKey: name, displayName: name, searchText: name },
  ...{ mail: null, language: null, isActive: 1, isBuiltIn: 0, mayUseBasicAuthentication: 0 },
  ...{ mustChangePassword: 0, createdAt: 0, lastSignInAt: null, revision: 1 },
});

const perSecond = async (count: number, work: (number: number) => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: count }, (_, number) => work(number)));
  return (count * 1_000) / (performance.now() - startedAt);
};

/** Floor and sign-ins in turn: what else the machine does meanwhile meets both. */
const rounds = 5;

/** Measures how many people can sign in in a second beside what their hashes cost alone, at each cost. */
export const measureSignIn = async (people = 100): Promise<SignInFigures[]> => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'relay-console-bench-'));
  const database = createDatabase({ directory, now: () => new Date() });
  const hashing = createPasswordHashing();
  const figures: SignInFigures[] = [];
  try {
    const query = await database.query();
    const names = Array.from({ length: people }, (_, number) => `user${number}`);
    await query.insertInto('users').values(names.map(userRow)).execute();
    for (const cost of passwordCosts) {
      const hash = await hashing.hash('right', cost);
      await query.deleteFrom('credentials').execute();
      await query
        .insertInto('credentials')
        .values(names.map((userId) => ({ userId, hash, changedAt: 0 })))
        .execute();
      const check = createPasswordCheck({
        people: createSignInStore(database.query),
        lockouts: createLockoutStore(database.query),
        hashing,
        cost: async () => cost,
        rules: async () => ({ isEnabled: true, lockSeconds: 300, attempts: 10 }),
        now: Date.now,
      });
      const origin = { door: 'browser', machine: 'OFFICE-1' };
      const floors: number[] = [];
      const signIns: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        floors.push(await perSecond(people, () => hashing.verify('right', hash)));
        signIns.push(
          await perSecond(people, (number) =>
            check({ name: names[number] ?? '', password: 'right', origin }),
          ),
        );
      }
      figures.push({
        ...{ people, memoryKib: cost.memoryKib },
        ...{ perSecond: median(signIns), floorPerSecond: median(floors) },
        ratio: median(signIns) / median(floors),
      });
    }
    return figures;
  } finally {
    await database.close();
    rmSync(directory, { recursive: true });
  }
};
