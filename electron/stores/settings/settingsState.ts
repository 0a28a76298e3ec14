import type { Migration } from './migrations/migrate.ts';
import { toSettings } from './settingsCodec.ts';
import { defaultSettings } from './defaultSettings.ts';
import type { SettingsBackups } from './settingsBackups.ts';
import { SettingsFault } from './settingsFault.ts';
import type { SettingsFile } from './settingsFile.ts';
import type { SettingsHistory } from './settingsHistory.ts';
import type { Settings } from './settingsSchema.ts';

/** What the settings file is right now. `isFresh`: it was never written. */
export type SettingsState =
  { state: 'ready'; settings: Settings; isFresh: boolean } | { state: 'unreadable'; fault: SettingsFault };

type StateParts = {
  file: SettingsFile;
  backups: Pick<SettingsBackups, 'hasAny'>;
  history: Pick<SettingsHistory, 'numbers'>;
  migrations: readonly Migration[];
};

/**
 * A backup, readable or not, or a record that is not the first: the record of revision 1 alone may be what a crash
 * left of the first save, before there was a settings file.
 */
const wasSaved = async ({ backups, history }: StateParts): Promise<boolean> => {
  if (await backups.hasAny()) return true;
  const [newest = 0] = await history.numbers(Number.POSITIVE_INFINITY);
  return newest > 1;
};

/**
 * Reads the settings file as it is now. A file that is gone although it was saved is `missing`, so that nobody works
 * on with the defaults unawares.
 */
export const readSettingsState = async (parts: StateParts): Promise<SettingsState> => {
  try {
    const content = parts.file.read();
    if (content !== null)
      return { state: 'ready', settings: toSettings(content, parts.migrations), isFresh: false };
    if (await wasSaved(parts)) throw new SettingsFault('missing', '');
    return { state: 'ready', settings: defaultSettings, isFresh: true };
  } catch (error) {
    if (error instanceof SettingsFault) return { state: 'unreadable', fault: error };
    throw error;
  }
};
