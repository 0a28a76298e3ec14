import { fail } from '../../contract/failures.ts';
import { storing } from '../files/storageFailure.ts';
import { defaultSettings } from './defaultSettings.ts';
import { changesBetween } from './settingsChanges.ts';
import type { SettingsFault } from './settingsFault.ts';
import type { SettingsParts } from './settingsParts.ts';
import type { Settings } from './settingsSchema.ts';
import type { SettingsStore } from './settingsStore.ts';
import { createSettingsWriting } from './settingsWriting.ts';
import { moveAside } from './unreadableCopy.ts';

/** Puts a backup in force as the newest revision. To be called by the holder of the lock. */
export const createBackupRestoring = (parts: SettingsParts): SettingsStore['restoreBackup'] => {
  const { file, backups, history, state, now } = parts;
  const write = createSettingsWriting(parts);

  /** Above every revision that anybody may have seen. */
  const nextRevision = async (known: Settings): Promise<number> => {
    const [newest = 0] = await history.numbers(Number.POSITIVE_INFINITY);
    return Math.max(newest, known.revision) + 1;
  };

  /** What was known last of a file that cannot be read. CONFLICT when it can. */
  const lastKnown = async (): Promise<{ fault: SettingsFault; known: Settings }> => {
    const found = await state();
    if (found.state === 'ready') throw fail('CONFLICT', { revision: found.settings.revision });
    return { fault: found.fault, known: (await backups.newest()) ?? defaultSettings };
  };

  return async (name, by, adopt) => {
    const { fault, known } = await lastKnown();
    const backup = (await backups.list()).find((candidate) => candidate.name === name);
    if (backup === undefined) throw fail('NOT_FOUND', {});
    const next = { ...(await adopt(await backups.read(backup))), revision: await nextRevision(known) };
    await storing(file.file, () => moveAside(file.file, fault));
    const record = {
      revision: next.revision,
      at: now().toISOString(),
      by,
      operation: 'settings.restoreBackup',
    };
    await write({ ...record, changes: changesBetween(known, next) }, next);
    return next;
  };
};
