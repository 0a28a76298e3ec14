import path from 'node:path';
import { makeDirectories } from '../files/makeDirectories.ts';
import { createProcessLock } from '../files/processLock.ts';
import { storing } from '../files/storageFailure.ts';
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
  let swept: Promise<void> | null = null;

  const sweep = async (): Promise<void> => {
    try {
      await makeDirectories([directory]);
      await lock(() => sweepTemporaryFiles(writtenDirectories));
    } catch (error) {
      log.error('settings.notSwept', { directory, error });
    }
  };

  /** The first call of a program clears away what an earlier one left unfinished when it crashed. */
  const start = (): Promise<void> => (swept ??= sweep());

  const exclusively = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await start();
    return storing(file.file, () => lock(work));
  };

  return {
    ...createSettingsRevisions(parts),
    health: () => start().then(reading.health),
    read: () => start().then(reading.read),
    save: (request, change) => exclusively(() => save(request, change)),
    restoreBackup: (name, by) => exclusively(() => restoreBackup(name, by)),
  };
};
