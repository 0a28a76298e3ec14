import {
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createSettingsStore } from '../../electron/stores/settings/createSettingsStore.ts';
import type { Settings, StoredProfile } from '../../electron/stores/settings/settingsSchema.ts';
import { median } from './median.ts';

/** Median time in ms of one save that changes one profile: lock, compare, write, sync, revision, history. */
export type SettingsFigures = {
  profiles: number;
  saves: number;
  medianMs: number;
  /** Median time in ms to replace a file of as many bytes: written, synced, renamed. */
  floorMs: number;
  /** The save divided by its floor. */
  ratio: number;
};

const relay = (number: number): StoredProfile => ({
  id: crypto.randomUUID(),
  folderId: null,
  active: {
    kind: 'smtp',
    name: `relay-${number}`,
    from: { address: 'console@example.test', displayName: '' },
    testRecipient: null,
    host: `relay-${number}.example.test`,
    port: 25,
    encryption: 'starttls',
    trust: { mode: 'system' },
    authentication: { mode: 'none' },
    clientName: null,
    timeoutMs: 30_000,
    maxConnections: null,
    arrival: null,
  },
  draft: null,
});

const withProfiles = (settings: Settings, count: number): Settings => ({
  ...settings,
  mail: {
    ...settings.mail,
    profiles: [...settings.mail.profiles, ...Array.from({ length: count }, (_, index) => relay(index))],
  },
});

/** Another name for the last profile: the smallest change that an administrator makes. */
const renamed = (settings: Settings, name: string): Settings => ({
  ...settings,
  mail: {
    ...settings.mail,
    profiles: settings.mail.profiles.map((profile, index, all) =>
      index === all.length - 1 && profile.active !== null
        ? { ...profile, active: { ...profile.active, name } }
        : profile,
    ),
  },
});

/** The least that a save which survives a loss of power can cost: the bytes of `file`, written anew beside it. */
const measureFloor = (file: string, saves: number): number => {
  const content = readFileSync(file);
  const times = Array.from({ length: saves }, () => {
    const startedAt = performance.now();
    const handle = openSync(`${file}.floor-new`, 'w');
    writeSync(handle, content);
    fsyncSync(handle);
    closeSync(handle);
    renameSync(`${file}.floor-new`, `${file}.floor`);
    return performance.now() - startedAt;
  });
  return median(times);
};

const measure = async (count: number, saves: number): Promise<SettingsFigures> => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'relay-console-bench-'));
  try {
    const store = createSettingsStore({ directory, log: { error: () => {} } });
    const request = (revision: number) => ({ revision, by: 'bench', operation: 'mail.saveProfile' });
    let { revision } = await store.save(request((await store.read()).revision), (current) =>
      withProfiles(current, count),
    );
    const times: number[] = [];
    for (let index = 0; index < saves; index += 1) {
      const startedAt = performance.now();
      ({ revision } = await store.save(request(revision), (current) => renamed(current, `name-${index}`)));
      times.push(performance.now() - startedAt);
    }
    const [medianMs, floorMs] = [median(times), measureFloor(path.join(directory, 'settings.json'), saves)];
    return { profiles: count, saves, medianMs, floorMs, ratio: medianMs / floorMs };
  } finally {
    rmSync(directory, { recursive: true });
  }
};

/** Measures saves with 1, 100 and 1,000 profiles, `saves` of each. */
export const measureSettings = async (saves = 20): Promise<SettingsFigures[]> => {
  const figures: SettingsFigures[] = [];
  for (const count of [1, 100, 1_000]) figures.push(await measure(count, saves));
  return figures;
};
