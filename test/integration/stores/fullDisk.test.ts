import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isFailure } from '../../../electron/contract/failures.ts';
import { createDatabase } from '../../../electron/stores/database/createDatabase.ts';
import { recordFigure } from './recordFigure.ts';
import { saveNamed } from './saveNamed.ts';
import { openStores, savedProfile, smtpValues, temporaryDirectory, withProfile } from './storeLab.ts';

const blockBytes = 4_096;
const mostFreeBlocks = 48;
/** Enough for a settings file of a dozen blocks, so that a write can be cut short in its middle. */
const profiles = 60;
const { directory, remove } = temporaryDirectory();

/** A disk of four megabytes, in memory. Only root may mount one: elsewhere the injected errors have to do. */
const mountDisk = (): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'none', directory], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const isMounted = mountDisk();

afterAll(() => {
  if (isMounted) execFileSync('umount', [directory]);
  remove();
});

const filler = path.join(directory, 'filler');

/** Leaves this many blocks of the disk free. */
const fill = (freeBlocks: number): void => {
  const { bavail, bsize } = statfsSync(directory);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - freeBlocks * blockBytes)));
};

const addProfiles = async (data: string): Promise<void> => {
  const { settings } = openStores(data);
  const request = { revision: 0, by: 'anna', operation: 'mail.saveProfile' };
  await settings.save(request, (current) =>
    Array.from({ length: profiles }, () => randomUUID()).reduce(
      (so, id) => withProfile(so, { id, folderId: null, active: smtpValues(id, id), draft: null }),
      current,
    ),
  );
};

const codeOf = (error: unknown): string =>
  isFailure(error) ? `${error.code} ${(error.data as { systemCode?: string }).systemCode}` : String(error);

it.runIf(isMounted)('keeps the old state on a disk that is full, at whatever point it fills up', async () => {
  const data = path.join(directory, 'data');
  mkdirSync(data);
  await addProfiles(data);
  await saveNamed(openStores(data), 'save 0');
  let last = 'save 0';
  const outcomes: string[] = [];
  let damaged = 0;
  for (let free = 0; free <= mostFreeBlocks; free += 1) {
    fill(free);
    const outcome = await saveNamed(openStores(data), `save ${free + 1}`).then(() => 'saved', codeOf);
    if (outcome === 'saved') last = `save ${free + 1}`;
    outcomes.push(outcome);
    rmSync(filler);
    const { settings } = openStores(data);
    const isReady = (await settings.health()).state === 'ready';
    if (!isReady || savedProfile(await settings.read())?.name !== last) damaged += 1;
  }
  const refused = outcomes.filter((outcome) => outcome !== 'saved');
  recordFigure('full-disk', { saves: outcomes.length, refused: refused.length, damaged });
  expect(new Set(refused)).toEqual(new Set(['STORAGE_FAILED ENOSPC']));
  expect(outcomes).toContain('saved');
  expect(damaged).toBe(0);
});

it.runIf(isMounted)(
  'keeps every row of the database that was acknowledged before the disk was full',
  async () => {
    const data = path.join(directory, 'people');
    mkdirSync(data);
    const open = () => createDatabase({ directory: data, now: () => new Date() });
    const database = open();
    const add = async (name: string): Promise<string> => {
      const row = { id: name, parentId: null, name, nameKey: name, revision: 1 };
      await (await database.query()).insertInto('folders').values(row).execute();
      return name;
    };
    const acknowledged = [await add('first')];
    fill(mostFreeBlocks);
    let refusal: unknown = null;
    while (refusal === null)
      await add(`${acknowledged.length} `.padEnd(blockBytes / 2, 'x')).then(
        (name) => acknowledged.push(name),
        (error: unknown) => (refusal = error),
      );
    expect(codeOf(refusal)).toBe('STORAGE_FAILED ENOSPC');
    expect(await database.health()).toEqual({ state: 'ready' });
    rmSync(filler);
    acknowledged.push(await add('after'));
    await database.close();
    const again = open();
    const rows = await (await again.query()).selectFrom('folders').select('name').execute();
    await again.close();
    expect(rows.map(({ name }) => name).toSorted()).toEqual(acknowledged.toSorted());
  },
);
