import path from 'node:path';
import { createProcessLock } from '../files/processLock.ts';
import { storing } from '../files/storageFailure.ts';
import { createSweepAtStart } from '../files/sweepAtStart.ts';
import { sweepTemporaryFiles } from '../files/sweepTemporaryFiles.ts';
import { createBackupRestoring } from './backupRestoring.ts';
import { createSettingsParts, type SettingsStoreOptions } from './settingsParts.ts';
import { createSettingsReading } from './settingsReading.ts';
import { createSettingsRevisions } from './settingsRevisions.ts';
import { createSettingsSaving } from './settingsSaving.ts';
import type { SettingsStore } from './settingsStore.ts';

/** The settings file with its backups and its history, all in one directory, shared by every program on this machine. */
export const createSettingsStore = (options: SettingsStoreOptions): SettingsStore => {
  const parts = createSettingsParts(options);
  const { directory, file, log, writtenDirectories } = parts;
  const lock = createProcessLock(path.join(directory, 'settings.lock'));
  const reading = createSettingsReading(parts);
  const save = createSettingsSaving(parts);
  const restoreBackup = createBackupRestoring(parts);
  const sweep = async (): Promise<void> => {
    await sweepTemporaryFiles(writtenDirectories);
    await sweepTemporaryFiles([directory], 'settings.');
  };
  const start = createSweepAtStart({ directory, lock, sweep, log });

  const exclusively = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await start();
    return storing(file.file, () => lock(work));
  };

  return {
    ...createSettingsRevisions(parts),
    health: () => start().then(reading.health),
    read: () => start().then(reading.read),
    hold: exclusively,
    save: (...request) => exclusively(() => save(...request)),
    restoreBackup: (...request) => exclusively(() => restoreBackup(...request)),
  };
};
