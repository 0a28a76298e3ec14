import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSettingsParts } from '../../../electron/stores/settings/settingsParts.ts';
import { recordFigure } from './recordFigure.ts';
import {
  openStores,
  profileId,
  secretPlace,
  smtpValues,
  temporaryDirectory,
  withProfile,
} from './storeLab.ts';

/** Every single bit of a byte, and all of them. */
const masks = [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff];
const record = '22222222-2222-4222-8222-222222222222';

const { directory, remove } = temporaryDirectory();
const log = { error: () => undefined };
afterAll(remove);

beforeAll(async () => {
  const { settings, vault } = openStores(directory);
  await vault.write(secretPlace(record), 'planted-secret');
  await vault.addPassphrase('correct horse battery staple');
  await vault.createRecoveryKey();
  await settings.save({ revision: 0, by: 'anna', operation: 'mail.saveProfile' }, (current) =>
    withProfile(current, { id: profileId, active: smtpValues('Zürich \uFFFD', record), draft: null }),
  );
});

type Count = { bytes: number; flips: number; noticed: number };

/** Writes the file with each byte changed in each way, asks whether that is noticed, and puts the file back. */
const flipAll = async (name: string, isNoticed: () => Promise<boolean>): Promise<Count> => {
  const file = path.join(directory, name);
  const intact = readFileSync(file);
  const count: Count = { bytes: intact.length, flips: 0, noticed: 0 };
  for (const [index, byte] of intact.entries())
    for (const mask of masks) {
      const changed = Buffer.from(intact);
      changed[index] = byte ^ mask;
      writeFileSync(file, changed);
      count.flips += 1;
      if (await isNoticed()) count.noticed += 1;
    }
  writeFileSync(file, intact);
  expect(await isNoticed()).toBe(false);
  return count;
};

const settings = createSettingsParts({ directory, log });
const { vault } = openStores(directory);
const files = [
  { name: 'settings.json', isNoticed: async () => (await settings.state()).state === 'unreadable' },
  { name: 'vault.json', isNoticed: async () => (await vault.protection()).state === 'unreadable' },
  {
    name: 'vault.key',
    isNoticed: async () => (await openStores(directory).vault.protection()).state === 'locked',
  },
];

it.each(files)('notices every flipped byte of $name', async ({ name, isNoticed }) => {
  const count = await flipAll(name, isNoticed);
  recordFigure(`flipped-bytes-${path.parse(name).base}`, count);
  expect(count.noticed).toBe(count.flips);
});
