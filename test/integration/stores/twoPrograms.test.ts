import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Outcome } from './contendingProgram.ts';
import { recordFigure } from './recordFigure.ts';
import { openStores, secretPlace, temporaryDirectory } from './storeLab.ts';

const rounds = 200;
const { directory, remove } = temporaryDirectory();
const running: ChildProcess[] = [];
afterAll(() => {
  for (const program of running) program.kill();
  remove();
});

const start = async (who: string): Promise<ChildProcess> => {
  const program = fork(path.join(import.meta.dirname, 'contendingProgram.ts'), [directory, who]);
  running.push(program);
  await once(program, 'message');
  return program;
};

const attempt = async (program: ChildProcess, revision: number, round: number): Promise<Outcome> => {
  const answer = once(program, 'message');
  program.send({ revision, round });
  const [outcome] = (await answer) as [Outcome];
  return outcome;
};

it(`gives exactly one conflict when two programs save on the same revision, ${rounds} times`, async () => {
  const programs = [await start('anna'), await start('bruno')];
  const { settings, vault } = openStores(directory);
  const saved: string[] = [];
  let conflicts = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { revision } = await settings.read();
    const outcomes = await Promise.all(programs.map((program) => attempt(program, revision, round)));
    expect(outcomes.map(({ code }) => code).sort()).toEqual(['CONFLICT', 'saved']);
    conflicts += 1;
    saved.push(...outcomes.filter(({ code }) => code === 'saved').map(({ record }) => record));
    for (const { record } of outcomes) expect(await vault.has(secretPlace(record).path)).toBe(true);
  }
  const { revision, mail } = await settings.read();
  const kept = saved.filter((record) => mail.profiles.some(({ id }) => id === record));
  const { total } = await settings.listRevisions(0, 1);
  recordFigure('two-programs', { rounds, saves: saved.length, conflicts, lost: saved.length - kept.length });
  expect(kept).toEqual(saved);
  expect({ revision, total }).toEqual({ revision: rounds, total: rounds });
});
