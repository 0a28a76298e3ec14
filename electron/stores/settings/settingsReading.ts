import { systemCodeOf } from '../files/storageFailure.ts';
import { defaultSettings } from './defaultSettings.ts';
import type { SettingsFault } from './settingsFault.ts';
import type { SettingsParts } from './settingsParts.ts';
import type { SettingsStore } from './settingsStore.ts';
import { keepUnreadable } from './unreadableCopy.ts';

/** Reads what is in force, and says when that cannot be had. */
export const createSettingsReading = ({
  file,
  backups,
  state,
  log,
}: SettingsParts): Pick<SettingsStore, 'health' | 'read'> => {
  /** On a full disk the file must still be reported: it is then named, and stays where it is. */
  const keep = async (fault: SettingsFault): Promise<string | null> => {
    try {
      return await keepUnreadable(file.file, fault);
    } catch (error) {
      if (systemCodeOf(error) === null) throw error;
      log.error('settings.unreadableNotKept', { file: file.file, error });
      return null;
    }
  };

  return {
    health: async () => {
      const found = await state();
      if (found.state === 'ready') return { state: 'ready' };
      const { fault } = found;
      const keptAs = await keep(fault);
      const { reason, detail } = fault;
      return { state: 'unreadable', file: file.file, keptAs, reason, detail, backups: await backups.list() };
    },
    read: async () => {
      const found = await state();
      return found.state === 'ready' ? found.settings : ((await backups.newest()) ?? defaultSettings);
    },
  };
};
