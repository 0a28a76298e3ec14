import { DamagedText, fromCheckedText } from '../files/checkedText.ts';
import { migrate, type Migration } from './migrations/migrate.ts';
import { schemaFault, SettingsFault } from './settingsFault.ts';
import { type Settings, schemaVersion, settingsSchema } from './settingsSchema.ts';

/** Raw content as it stands in a file, before migration and schema. */
export type StoredContent = Readonly<Record<string, unknown>>;

/** Parses the text of a settings file. Throws SettingsFault: `syntax`, `checksum`. */
export const parseSettingsText = (text: string): StoredContent => {
  try {
    return fromCheckedText(text).content;
  } catch (error) {
    if (error instanceof DamagedText) throw new SettingsFault(error.reason, error.detail, error);
    throw error;
  }
};

/** Content of any schema version as settings of this program. Throws SettingsFault: `newerVersion`, `migration`, `schema`. */
export const toSettings = (content: StoredContent, steps: readonly Migration[]): Settings => {
  const result = settingsSchema.safeParse(migrate(content, steps, schemaVersion));
  if (!result.success) throw schemaFault(result.error);
  return result.data;
};
