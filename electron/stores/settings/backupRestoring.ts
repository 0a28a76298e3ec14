import { fail } from '../../contract/failures.ts';
import { storing } from '../files/storageFailure.ts';
import { defaultSettings } from './defaultSettings.ts';
import { changesBetween } from './settingsChanges.ts';
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

  return async (name, by, adopt) => {
    const backup = (await backups.list()).find((candidate) => candidate.name === name);
    if (backup === undefined) throw fail('NOT_FOUND', {});
    const found = await state();
    const known = found.state === 'ready' ? found.settings : ((await backups.newest()) ?? defaultSettings);
    const next = { ...(await adopt(await backups.read(backup))), revision: await nextRevision(known) };
    if (found.state === 'unreadable') await storing(file.file, () => moveAside(file.file, found.fault));
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
