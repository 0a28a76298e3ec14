import { storing } from '../files/storageFailure.ts';
import { defaultSettings } from './defaultSettings.ts';
import type { SettingsParts } from './settingsParts.ts';
import type { SettingsStore } from './settingsStore.ts';
import { keepUnreadable } from './unreadableCopy.ts';

/** Reads what is in force, and says when that cannot be had. */
export const createSettingsReading = ({
  file,
  backups,
  state,
}: SettingsParts): Pick<SettingsStore, 'health' | 'read'> => ({
  health: async () => {
    const found = await state();
    if (found.state === 'ready') return { state: 'ready' };
    const { fault } = found;
    const keptAs = await storing(file.file, () => keepUnreadable(file.file, fault));
    const { reason, detail } = fault;
    return { state: 'unreadable', file: file.file, keptAs, reason, detail, backups: await backups.list() };
  },
  read: async () => {
    const found = await state();
    return found.state === 'ready' ? found.settings : ((await backups.newest()) ?? defaultSettings);
  },
});
