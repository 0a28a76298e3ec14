import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';
import { bundleProgram } from './bundledProgram.ts';
import { recordFigure } from './recordFigure.ts';
import { openStores, savedProfile, secretPlace, temporaryDirectory } from './storeLab.ts';

const kills = 1_000;
/** Saves that a program may finish before the one in which it is killed. */
const mostSavesBefore = 1;
/** While some programs start or wait for the disk, others use the processor. */
const atOnce = availableParallelism() * 2;
/** Garbage is not worth collecting in a program that lives for a tenth of a second. */
const shortLived = '--min-semi-space-size=16';
/** A minute on two processors; a busy machine may take its time. */
const patienceMs = 600_000;

const lab = temporaryDirectory();
const program = await bundleProgram('savingProgram');
afterAll(() => {
  lab.remove();
  program.remove();
});

type Tally = { kills: number; acknowledged: number; lost: number; corrupt: number; leftovers: number };

/** How long the last save took: the next kill falls somewhere into one, however busy the machine is. */
let paceMs = 30;
let killsLeft = kills;

/** Starts the program, kills it in the middle of one of its first saves, and gives the last revision it was told is saved. */
const runAndKill = async (directory: string): Promise<number> => {
  const saving = spawn(process.execPath, [shortLived, program.file, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: program.environment,
  });
  const savesBefore = Math.floor(Math.random() * (mostSavesBefore + 1));
  let [last, lines, at] = [0, 0, 0];
  for await (const line of createInterface({ input: saving.stdout })) {
    const now = performance.now();
    if (line !== 'ready') [last, paceMs] = [Number(line), now - at];
    at = now;
    lines += 1;
    if (lines === savesBefore + 1) setTimeout(() => saving.kill('SIGKILL'), Math.random() * paceMs * 1.2);
  }
  return last;
};

/** What is stored, and whether it is whole: settings, the secret that they name, and the history up to now. */
const inspect = async (directory: string): Promise<{ revision: number; isWhole: boolean }> => {
  const { settings, vault } = openStores(directory);
  const isReady = (await settings.health()).state === 'ready';
  const stored = await settings.read();
  const { revision } = stored;
  const saved = savedProfile(stored);
  if (saved === null) return { revision, isWhole: isReady && revision === 0 };
  const { revisions } = await settings.listRevisions(0, 1);
  const secret = await vault.read(secretPlace(saved.record));
  const isWhole = secret === `secret of ${saved.name}` && revisions[0]?.revision === revision;
  return { revision, isWhole: isReady && isWhole };
};

const unfinished = (directory: string): number =>
  readdirSync(directory, { recursive: true }).filter((name) => String(name).includes('.tmp-')).length;

/** Takes its kills from those that are left for all, so that nobody waits for the slowest. */
const killAgainAndAgain = async (directory: string): Promise<Tally> => {
  const tally: Tally = { kills: 0, acknowledged: 0, lost: 0, corrupt: 0, leftovers: 0 };
  let before = 0;
  for (; killsLeft > 0; tally.kills += 1) {
    killsLeft -= 1;
    const acknowledged = Math.max(await runAndKill(directory), before);
    tally.leftovers += unfinished(directory);
    const { revision, isWhole } = await inspect(directory);
    tally.acknowledged += acknowledged - before;
    if (revision < acknowledged || revision > acknowledged + 1) tally.lost += 1;
    if (!isWhole) tally.corrupt += 1;
    before = revision;
  }
  expect(unfinished(directory)).toBe(0);
  return tally;
};

it(
  `loses and breaks nothing when it is killed ${kills} times while it saves`,
  async () => {
    const directories = Array.from({ length: atOnce }, (_, index) =>
      path.join(lab.directory, `data${index}`),
    );
    for (const directory of directories) mkdirSync(directory);
    const tallies = await Promise.all(directories.map(killAgainAndAgain));
    const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
    const figure = {
      ...{ kills: sum('kills'), savesAcknowledged: sum('acknowledged') },
      ...{ lost: sum('lost'), corrupt: sum('corrupt'), unfinishedFilesSwept: sum('leftovers') },
    };
    recordFigure('killed-while-saving', figure);
    expect(figure).toMatchObject({ kills, lost: 0, corrupt: 0 });
    expect(figure.savesAcknowledged).toBeGreaterThan(kills / 4);
  },
  patienceMs,
);
