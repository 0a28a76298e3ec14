import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAuditStore } from '../../../electron/stores/audit/auditStore.ts';
import { createChainEnd } from '../../../electron/stores/audit/chainEnd.ts';
import { createDatabase, type Database } from '../../../electron/stores/database/createDatabase.ts';
import type { Tables } from '../../../electron/stores/database/tables.ts';
import { createSettingsStore } from '../../../electron/stores/settings/createSettingsStore.ts';
import { recordFigure } from '../stores/recordFigure.ts';
import { type Acknowledged, kinds } from './acknowledged.ts';

const rounds = 20;
/** Says after how many acknowledged writes each round ends. */
const seed = 20_261;
/** Writes that a program may finish before the one in which it is killed. */
const mostWritesBefore = 12;
const patienceMs = 600_000;

const programFile = path.join(import.meta.dirname, 'busyProgram.ts');
let directory: string;

/** A program that is killed leaves nothing compiled for the next one; this one ends by itself. */
const compileProgram = (): void => {
  execFileSync(process.execPath, [programFile]);
};

beforeAll(() => {
  compileProgram();
  directory = path.join(mkdtempSync(path.join(os.tmpdir(), 'relay-console-killed-')), 'data');
});
afterAll(() => rmSync(path.dirname(directory), { recursive: true, force: true }));

/** Numbers from 0 to 1 that are the same for the same seed (a linear congruential generator, MMIX). */
const createRandom = (start: number) => {
  let state = BigInt(start);
  return (): number => {
    state = BigInt.asUintN(64, state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n);
    return Number(state >> 32n) / 2 ** 32;
  };
};

const random = createRandom(seed);

/** Starts the program, kills it somewhere in one of its writes, and gives what it was told is done. */
const runAndKill = async (): Promise<Acknowledged[]> => {
  const program = spawn(process.execPath, [programFile, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(program, 'exit');
  const writesBefore = 1 + Math.floor(random() * mostWritesBefore);
  const done: Acknowledged[] = [];
  let at = performance.now();
  for await (const line of createInterface({ input: program.stdout })) {
    const paceMs = performance.now() - at;
    at += paceMs;
    done.push(JSON.parse(line) as Acknowledged);
    if (done.length === writesBefore) setTimeout(() => program.kill('SIGKILL'), random() * paceMs * 1.2);
  }
  const [, signal] = (await ended) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return done;
};

const idsIn = async (database: Database, table: 'users' | 'roles' | 'alerts'): Promise<Set<string>> => {
  const rows = await (await database.query()).selectFrom(table).select('id').execute();
  return new Set(rows.map(({ id }) => String(id)));
};

const countIn = async (database: Database, table: keyof Tables): Promise<number> => {
  const query = await database.query();
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(table)}`.execute(
    query,
  );
  return rows[0]?.count ?? 0;
};

const audited = {
  ...{ administrator: 'session.createAdministrator', signIn: 'session.signIn', user: 'users.createUser' },
  ...{ role: 'roles.createRole', rules: 'security.saveSignInRules', reset: 'session.requestPasswordReset' },
};

const countAudited = async (database: Database, operation: string): Promise<number> => {
  const rows = await (
    await database.query()
  )
    .selectFrom('audit')
    .select('number')
    .where('operation', '=', operation)
    .where('result', 'in', ['done', 'success'])
    .execute();
  return rows.length;
};

/** What of all that was acknowledged is not there, and whether file and audit are whole. */
const inspect = async (done: readonly Acknowledged[]) => {
  const database = createDatabase({ directory, now: () => new Date() });
  const settings = createSettingsStore({ directory, log: { error: () => undefined } });
  const idsOf = (kind: Acknowledged['kind']) => done.filter((each) => each.kind === kind).map(({ id }) => id);
  const missing: string[] = [];
  for (const [kind, table] of [
    ['user', 'users'],
    ['role', 'roles'],
    ['alert', 'alerts'],
  ] as const) {
    const there = await idsIn(database, table);
    missing.push(
      ...idsOf(kind)
        .filter((id) => !there.has(id))
        .map((id) => `${kind} ${id}`),
    );
  }
  const entered = idsOf('administrator').length + idsOf('signIn').length;
  if ((await countIn(database, 'sessions')) < entered) missing.push('session');
  if ((await countIn(database, 'notices')) < idsOf('reset').length) missing.push('notice');
  if ((await settings.read()).revision < Math.max(0, ...idsOf('rules').map(Number))) missing.push('rules');
  for (const kind of Object.keys(audited) as (keyof typeof audited)[])
    if ((await countAudited(database, audited[kind])) < idsOf(kind).length) missing.push(`audit of ${kind}`);
  const { rows } = await sql`PRAGMA integrity_check`.execute(await database.query());
  const { brokenAt } = await createAuditStore(database.query).verify();
  const cut = await createChainEnd({
    directory,
    query: database.query,
    log: { error: () => undefined },
  }).check();
  await database.close();
  return { missing, integrity: rows, brokenAt, cut };
};

it(
  `loses nothing that was acknowledged when it is killed ${rounds} times while it writes`,
  async () => {
    const done: Acknowledged[] = [];
    for (let round = 0; round < rounds; round += 1) {
      done.push(...(await runAndKill()));
      expect(await inspect(done)).toEqual({
        ...{ missing: [], integrity: [{ integrity_check: 'ok' }], brokenAt: null, cut: null },
      });
    }
    const counts = new Map(
      [...Map.groupBy(done, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
    );
    recordFigure('killed-while-busy', { kills: rounds, seed, lost: 0, acknowledged: [...counts] });
    expect([...counts.keys()].toSorted()).toEqual([...kinds].toSorted());
  },
  patienceMs,
);
