import type { SettingsBackups } from './settingsBackups.ts';
import type { Migration } from './migrations/migrate.ts';
import { toSettings } from './settingsCodec.ts';
import { defaultSettings } from './defaultSettings.ts';
import { SettingsFault } from './settingsFault.ts';
import type { SettingsFile } from './settingsFile.ts';
import type { Settings } from './settingsSchema.ts';

/** What the settings file is right now. `isFresh`: it was never written. */
export type SettingsState =
  { state: 'ready'; settings: Settings; isFresh: boolean } | { state: 'unreadable'; fault: SettingsFault };

/**
 * Reads the settings file as it is now. A file that is gone although there are backups of it is `missing`, so that
 * nobody works on with the defaults unawares.
 */
export const readSettingsState = async (
  file: SettingsFile,
  backups: SettingsBackups,
  migrations: readonly Migration[],
): Promise<SettingsState> => {
  try {
    const content = file.read();
    if (content !== null)
      return { state: 'ready', settings: toSettings(content, migrations), isFresh: false };
    if ((await backups.list()).length > 0) throw new SettingsFault('missing', '');
    return { state: 'ready', settings: defaultSettings, isFresh: true };
  } catch (error) {
    if (error instanceof SettingsFault) return { state: 'unreadable', fault: error };
    throw error;
  }
};
