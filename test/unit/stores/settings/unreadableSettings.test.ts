import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SettingsHealth } from '../../../../electron/contract/settings/settings.contract.ts';
import { toCheckedText } from '../../../../electron/stores/files/checkedText.ts';
import { defaultSettings } from '../../../../electron/stores/settings/defaultSettings.ts';
import {
  createSettingsLab,
  having,
  profileWith,
  type SettingsLab,
  smtpValues,
  vaultPassword,
} from './settingsLab.ts';

type Unreadable = Extract<SettingsHealth, { state: 'unreadable' }>;

const port = (number: number) => having(profileWith(smtpValues(vaultPassword(), { port: number })));

const unreadable = async ({ store }: SettingsLab): Promise<Unreadable> => {
  const health = await store.health();
  if (health.state !== 'unreadable') throw new Error('The settings are readable.');
  return health;
};

/** Settings saved twice and then spoilt. */
const spoiltLab = async (text: string) => {
  const lab = createSettingsLab();
  await lab.save(port(25));
  const saved = await lab.save(port(587));
  writeFileSync(lab.file, text);
  return { ...lab, saved };
};

const cases = [
  { reason: 'syntax', text: '{\n"revision": 7,\n"mail": ', detail: /^(line \d+ column \d+)?$/ },
  { reason: 'schema', text: '{}', detail: /^schemaVersion$/ },
  {
    reason: 'schema',
    text: JSON.stringify({ ...defaultSettings, general: { theme: 'pink' } }),
    detail: /general/,
  },
  { reason: 'checksum', text: toCheckedText(defaultSettings).replace('system', 'dark'), detail: /^$/ },
  { reason: 'newerVersion', text: toCheckedText({ ...defaultSettings, schemaVersion: 7 }), detail: /^7$/ },
  { reason: 'migration', text: toCheckedText({ ...defaultSettings, schemaVersion: 0 }), detail: /^0 → 1$/ },
] as const;

describe.each(cases)('a settings file with a fault of kind $reason', ({ reason, text, detail }) => {
  it('is kept, named and reported, and the last good settings are served', async () => {
    const lab = await spoiltLab(text);
    const health = await unreadable(lab);
    expect(health).toMatchObject({ reason, file: lab.file, detail: expect.stringMatching(detail) as string });
    expect(health.keptAs).toMatch(/settings\.unreadable-.*\.json$/);
    expect(readFileSync(health.keptAs ?? '', 'utf8')).toBe(text);
    expect(health.backups.map(({ revision }) => revision)).toEqual([2, 1]);
    expect(await lab.store.read()).toEqual(lab.saved);
  });

  it('is never written over by a save', async () => {
    const lab = await spoiltLab(text);
    const request = { revision: 2, by: 'anna', operation: 'mail.saveProfile' };
    const refused = lab.store.save(request, port(465));
    await expect(refused).rejects.toMatchObject({ code: 'READ_ONLY', data: { file: lab.file } });
    expect(readFileSync(lab.file, 'utf8')).toBe(text);
  });

  it('gives way to a backup that a person chose, and stays where it is kept', async () => {
    const lab = await spoiltLab(text);
    const { keptAs, backups } = await unreadable(lab);
    const restored = await lab.store.restoreBackup(backups[1]?.name ?? '', 'anna', async (backup) => backup);
    expect(restored).toEqual({ ...port(25)(lab.saved), revision: 3 });
    expect(await lab.store.health()).toEqual({ state: 'ready' });
    expect(readFileSync(keptAs ?? '', 'utf8')).toBe(text);
    const { revisions } = await lab.store.listRevisions(0, 1);
    expect(revisions).toMatchObject([{ revision: 3, by: 'anna', operation: 'settings.restoreBackup' }]);
    expect(revisions[0]?.changes).toMatchObject([{ before: '587', after: '25' }]);
  });
});

describe('a settings file that', () => {
  it('is gone although there are backups is not taken for a fresh installation', async () => {
    const lab = await spoiltLab('');
    rmSync(lab.file);
    expect(await unreadable(lab)).toMatchObject({ reason: 'missing', keptAs: null });
    await expect(lab.save(port(465))).rejects.toMatchObject({ code: 'READ_ONLY' });
  });

  it('is gone is missed also when every backup is damaged', async () => {
    const lab = await spoiltLab('');
    rmSync(lab.file);
    for (const name of readdirSync(lab.inDirectory('backups')))
      writeFileSync(lab.inDirectory('backups', name), 'damaged');
    expect(await unreadable(lab)).toMatchObject({ reason: 'missing', backups: [] });
  });

  it('is gone is missed also when only the history is left', async () => {
    const lab = await spoiltLab('');
    rmSync(lab.file);
    rmSync(lab.inDirectory('backups'), { recursive: true });
    expect(await unreadable(lab)).toMatchObject({ reason: 'missing', backups: [] });
  });

  it('never was is not missed because a crash left the record of the first save', async () => {
    const lab = createSettingsLab();
    await lab.save(port(25));
    rmSync(lab.file);
    rmSync(lab.inDirectory('backups'), { recursive: true });
    expect(await lab.store.health()).toEqual({ state: 'ready' });
    await lab.save(port(587));
    expect(await lab.store.health()).toEqual({ state: 'ready' });
  });

  it('is damaged is kept whole, whatever a crash left of its copy', async () => {
    const lab = await spoiltLab('damaged beyond repair');
    const { keptAs } = await unreadable(lab);
    writeFileSync(keptAs ?? '', 'damaged');
    await unreadable(lab);
    expect(readFileSync(keptAs ?? '', 'utf8')).toBe('damaged beyond repair');
  });

  it('cannot be copied is reported all the same, and the reason logged', async () => {
    const lab = await spoiltLab('damaged');
    const { keptAs } = await unreadable(lab);
    rmSync(keptAs ?? '');
    mkdirSync(keptAs ?? '');
    expect(await unreadable(lab)).toMatchObject({ reason: 'syntax', keptAs: null });
    expect(lab.problems.map(({ event }) => event)).toContain('settings.unreadableNotKept');
  });

  it('can be read is never replaced by a backup', async () => {
    const lab = await spoiltLab('damaged');
    const [backup] = (await unreadable(lab)).backups;
    const restore = () => lab.store.restoreBackup(backup?.name ?? '', 'anna', async (found) => found);
    await restore();
    await expect(restore()).rejects.toMatchObject({ code: 'CONFLICT', data: { revision: 3 } });
    expect((await lab.store.read()).revision).toBe(3);
  });

  it('cannot be opened is reported with the code of the system', async () => {
    const lab = createSettingsLab();
    await lab.save(port(25));
    rmSync(lab.file);
    writeFileSync(lab.inDirectory('elsewhere'), '');
    symlinkSync('elsewhere/none', lab.file);
    expect(await unreadable(lab)).toMatchObject({ reason: 'access', detail: 'ENOTDIR', keptAs: lab.file });
  });

  it('was edited by hand counts when its checksum line was taken out, and gets a new one', async () => {
    const lab = createSettingsLab();
    await lab.save(port(25));
    const edited = readFileSync(lab.file, 'utf8')
      .replace('"port": 25', '"port": 2525')
      .replace(/\t"checksum".*\n/, '');
    writeFileSync(lab.file, edited);
    expect(await lab.store.health()).toEqual({ state: 'ready' });
    await lab.save((settings) => settings);
    const text = readFileSync(lab.file, 'utf8');
    expect(text).toContain('"port": 2525');
    expect(text).toContain('"checksum"');
  });
});

describe('without a good backup', () => {
  it('a fresh installation is shown, and the damaged backups are not offered', async () => {
    const lab = await spoiltLab('damaged');
    for (const { name } of (await unreadable(lab)).backups)
      writeFileSync(lab.inDirectory('backups', name), 'damaged too');
    expect((await unreadable(lab)).backups).toEqual([]);
    expect(await lab.store.read()).toEqual(defaultSettings);
    const refused = lab.store.restoreBackup(
      'settings-00000001-20261120T140100Z.json',
      'anna',
      async (backup) => backup,
    );
    await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('ten backups are kept at most', async () => {
    const lab = createSettingsLab();
    for (let save = 1; save <= 12; save += 1) await lab.save(port(save));
    writeFileSync(lab.file, 'damaged');
    expect((await unreadable(lab)).backups.map(({ revision }) => revision)).toEqual([
      12, 11, 10, 9, 8, 7, 6, 5, 4, 3,
    ]);
    expect(existsSync(lab.file)).toBe(true);
  });
});
