import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrations } from '../../../electron/stores/settings/migrations/migrations.ts';
import { parseSettingsText, toSettings } from '../../../electron/stores/settings/settingsCodec.ts';
import { parseKeyText, unwrapWithKey } from '../../../electron/stores/vault/slots/keyFileSlot.ts';
import { parseVaultText } from '../../../electron/stores/vault/vaultFile.ts';
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
afterAll(remove);

beforeAll(async () => {
  const { settings, vault } = openStores(directory);
  await vault.write(secretPlace(record), 'planted-secret');
  await vault.addPassphrase('correct horse battery staple');
  await vault.createRecoveryKey();
  await settings.save({ revision: 0, by: 'anna', operation: 'mail.saveProfile' }, (current) =>
    withProfile(current, {
      id: profileId,
      folderId: null,
      active: smtpValues('Zürich \uFFFD', record),
      draft: null,
    }),
  );
});

/** Ways in which one file can be spoilt, from what reads it in the program to what a person is told. */
type Subject = {
  name: string;
  /** What the program does with the content of the file: it throws, or gives null, when it notices. */
  read: (content: string) => unknown;
  /** Asks a program that is started on the data directory. */
  isReported: () => Promise<boolean>;
};

const stateOfVault = async (): Promise<string> => (await openStores(directory).vault.protection()).state;

const openWithKey = (text: string): unknown => {
  const { id, slots } = parseVaultText(readFileSync(path.join(directory, 'vault.json'), 'utf8'));
  const slot = slots.find(({ kind }) => kind === 'keyFile');
  if (slot?.kind !== 'keyFile') throw new Error('There should be a slot of the key file.');
  return unwrapWithKey(slot, id, parseKeyText(text));
};

const subjects: Subject[] = [
  {
    name: 'settings.json',
    read: (text) => toSettings(parseSettingsText(text), migrations),
    isReported: async () => (await openStores(directory).settings.health()).state === 'unreadable',
  },
  {
    name: 'vault.json',
    read: parseVaultText,
    isReported: async () => (await stateOfVault()) === 'unreadable',
  },
  { name: 'vault.key', read: openWithKey, isReported: async () => (await stateOfVault()) === 'locked' },
];

const isRefused = (read: Subject['read'], content: Buffer): boolean => {
  try {
    return read(content.toString('utf8')) === null;
  } catch {
    // Whatever it throws, the change was noticed.
    return true;
  }
};

function* flipsOf(intact: Buffer): Generator<Buffer> {
  for (const [index, byte] of intact.entries())
    for (const mask of masks) {
      const changed = Buffer.from(intact);
      changed[index] = byte ^ mask;
      yield changed;
    }
}

it.each(subjects)('notices every flipped bit and byte of $name', ({ name, read }) => {
  const intact = readFileSync(path.join(directory, name));
  const count = { bytes: intact.length, flips: 0, noticed: 0 };
  for (const changed of flipsOf(intact)) {
    count.flips += 1;
    if (isRefused(read, changed)) count.noticed += 1;
  }
  recordFigure(`flipped-bytes-${path.parse(name).base}`, count);
  expect(count.noticed).toBe(count.flips);
  expect(isRefused(read, intact)).toBe(false);
});

/** A program takes a thousand times longer than what it reads with: some flips, spread over the whole file. */
const reportedFlips = 40;

it.each(subjects)('tells a person of flipped bytes all over $name', async ({ name, isReported }) => {
  const file = path.join(directory, name);
  const intact = readFileSync(file);
  const flips = [...flipsOf(intact)];
  const reports: boolean[] = [];
  for (let flip = 0; flip < flips.length; flip += Math.ceil(flips.length / reportedFlips)) {
    writeFileSync(file, flips[flip] ?? intact);
    reports.push(await isReported());
  }
  writeFileSync(file, intact);
  expect(reports).not.toContain(false);
  expect(await isReported()).toBe(false);
});
