import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import os from 'node:os';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { permissions } from '../../electron/contract/permissions.ts';
import { createRightsService } from '../../electron/services/users/rights/rightsService.ts';
import { createDatabase } from '../../electron/stores/database/createDatabase.ts';
import type { Tables } from '../../electron/stores/database/tables.ts';
import { createRightsStore } from '../../electron/stores/users/rightsStore.ts';
import { median } from './median.ts';

/** Everything that a person may do, from what is stored, in µs; as the host asks for it before a call. */
export type RightsFigures = {
  /** Roles in force, half of them by groups. */
  roles: number;
  groups: number;
  /** Others in the database, each with as many roles. */
  others: number;
  medianMicroseconds: number;
  /** One indexed query of the same database through its thread: what the program cannot read without. */
  floorMicroseconds: number;
  /** The rights divided by their floor. */
  ratio: number;
  /** The same query on this thread, without the way to another one. */
  bareMicroseconds: number;
};

const roleCount = 50;
const groupCount = 200;
const person = 'person';
const idsOf = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${kind}-${index}`);
const [roleIds, groupIds] = [idsOf('role', roleCount), idsOf('group', groupCount)];

const userRow = (id: string, kind: 'localUser' | 'directoryGroup') => ({
  ...{ id, kind, name: id, nameKey: id, displayName: id, mail: null, language: null, searchText: id },
  ...{ isActive: 1, isBuiltIn: 0, mayUseBasicAuthentication: 0, mustChangePassword: 0 },
  ...{ createdAt: 0, lastSignInAt: null, revision: 1 },
});

const addRoles = async (database: Kysely<Tables>): Promise<void> => {
  for (const id of roleIds) {
    const row = { id, name: id, nameKey: id, description: '', isBuiltIn: 0, revision: 1 };
    await database.insertInto('roles').values(row).execute();
    const half = permissions.filter((_, index) => (index + roleIds.indexOf(id)) % 2 === 0);
    await database
      .insertInto('rolePermissions')
      .values(half.map((permission) => ({ roleId: id, permission })))
      .execute();
  }
};

/** The person holds every other role, each of the rest comes from several groups; others hold them all. */
const addPeople = async (database: Kysely<Tables>, others: readonly string[]): Promise<void> => {
  for (const id of [person, ...others])
    await database.insertInto('users').values(userRow(id, 'localUser')).execute();
  for (const id of groupIds)
    await database.insertInto('users').values(userRow(id, 'directoryGroup')).execute();
  const [own, inherited] = [roleIds.filter((_, at) => at % 2 === 0), roleIds.filter((_, at) => at % 2 === 1)];
  const grants = [
    ...own.map((roleId) => ({ userId: person, roleId })),
    ...groupIds.map((userId, at) => ({ userId, roleId: inherited[at % inherited.length] ?? '' })),
    ...others.flatMap((userId) => roleIds.map((roleId) => ({ userId, roleId }))),
  ];
  for (let at = 0; at < grants.length; at += 1_000)
    await database
      .insertInto('grants')
      .values(grants.slice(at, at + 1_000).map((grant) => ({ ...grant, folderId: null })))
      .execute();
};

/** Median of `runs` after a tenth of them to warm up, in µs. */
const medianOf = async (runs: number, work: () => unknown): Promise<number> => {
  const times: number[] = [];
  for (let index = -runs / 10; index < runs; index += 1) {
    const startedAt = performance.now();
    await work();
    if (index >= 0) times.push((performance.now() - startedAt) * 1_000);
  }
  return median(times);
};

const measureBare = async (file: string, runs: number): Promise<number> => {
  const bare = new DatabaseSync(file, { readOnly: true });
  const statement = bare.prepare('SELECT * FROM grants WHERE "userId" = ?');
  const microseconds = await medianOf(runs, () => statement.all(person));
  bare.close();
  return microseconds;
};

/** Measures the rights of one person among `otherCount` others, `runs` times. */
export const measureRights = async (runs = 1_000, otherCount = 1_000): Promise<RightsFigures[]> => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'relay-console-bench-'));
  const database = createDatabase({ directory, now: () => new Date() });
  try {
    await (await database.query()).transaction().execute(async (transaction) => {
      await addRoles(transaction);
      await addPeople(transaction, idsOf('user', otherCount));
    });
    const memberOf = new Map([[person, groupIds]]);
    const rights = createRightsService({
      rights: createRightsStore(database.query),
      membershipsOf: async () => ({ memberOf, names: new Map() }),
      explain: async () => ({ memberOf, names: new Map(), membership: null, unreached: new Set() }),
    });
    const readGrants = async () =>
      (await database.query()).selectFrom('grants').selectAll().where('userId', '=', person).execute();
    const medianMicroseconds = await medianOf(runs, () => rights.heldBy(person));
    const floorMicroseconds = await medianOf(runs, readGrants);
    const bareMicroseconds = await measureBare(path.join(directory, 'console.db'), runs);
    return [
      {
        ...{ roles: roleCount, groups: groupCount, others: otherCount, medianMicroseconds },
        ...{ floorMicroseconds, ratio: medianMicroseconds / floorMicroseconds, bareMicroseconds },
      },
    ];
  } finally {
    await database.close();
    rmSync(directory, { recursive: true });
  }
};
