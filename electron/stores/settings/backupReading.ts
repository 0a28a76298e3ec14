import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ifThere } from '../files/ifThere.ts';
import { systemCodeOf } from '../files/storageFailure.ts';
import { type Backup, fromBackupName, newestFirst } from './backupName.ts';
import type { Migration } from './migrations/migrate.ts';
import { parseSettingsText, toSettings } from './settingsCodec.ts';
import { SettingsFault } from './settingsFault.ts';
import type { Settings } from './settingsSchema.ts';

/** Reads the backups in `directory`. */
export const createBackupReading = (directory: string, migrations: readonly Migration[]) => {
  /** Readable or not, newest first. */
  const all = async (): Promise<Backup[]> =>
    ((await ifThere(readdir(directory))) ?? [])
      .map(fromBackupName)
      .filter((backup) => backup !== null)
      .sort(newestFirst);

  /** Throws SettingsFault when the backup is damaged itself. */
  const read = async ({ name }: Backup): Promise<Settings> =>
    toSettings(parseSettingsText(await readFile(path.join(directory, name), 'utf8')), migrations);

  const isReadable = async (backup: Backup): Promise<boolean> => {
    try {
      await read(backup);
      return true;
    } catch (error) {
      if (error instanceof SettingsFault || systemCodeOf(error) !== null) return false;
      throw error;
    }
  };

  /** All that can be restored, newest first. */
  const list = async (): Promise<Backup[]> => {
    const backups = await all();
    const readable = await Promise.all(backups.map(isReadable));
    return backups.filter((_, index) => readable[index]);
  };

  return {
    all,
    read,
    list,
    newest: async (): Promise<Settings | null> => {
      const [newest] = await list();
      return newest === undefined ? null : read(newest);
    },
  };
};
