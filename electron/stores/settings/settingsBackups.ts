import { copyFile, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ifThere } from '../files/ifThere.ts';
import { makeDirectories } from '../files/makeDirectories.ts';
import { systemCodeOf } from '../files/storageFailure.ts';
import { temporaryName } from '../files/writeAtomically.ts';
import { renameIntoPlace } from '../files/renameIntoPlace.ts';
import { type Backup, fromBackupName, newestFirst, toBackupName } from './backupName.ts';
import type { Migration } from './migrations/migrate.ts';
import { parseSettingsText, toSettings } from './settingsCodec.ts';
import { SettingsFault } from './settingsFault.ts';
import type { Settings } from './settingsSchema.ts';

/** How many good versions are kept. */
export const backupsKept = 10;

/** The last good versions of the settings file, as they were, in a directory of their own. */
export const createSettingsBackups = (
  directory: string,
  settingsFile: string,
  migrations: readonly Migration[],
) => {
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

  const prune = async (): Promise<void> => {
    for (const { name } of (await all()).slice(backupsKept))
      await rm(path.join(directory, name), { force: true });
  };

  /** All that can be restored, newest first. */
  const list = async (): Promise<Backup[]> => {
    const backups = await all();
    const readable = await Promise.all(backups.map(isReadable));
    return backups.filter((_, index) => readable[index]);
  };

  return {
    directory,
    read,
    list,

    newest: async (): Promise<Settings | null> => {
      const [newest] = await list();
      return newest === undefined ? null : read(newest);
    },

    /** True when there is any, readable or not. */
    hasAny: async (): Promise<boolean> => (await all()).length > 0,

    has: async (revision: number): Promise<boolean> =>
      (await all()).some((backup) => backup.revision === revision),

    /** Copies the file in force, which holds this revision, and drops the oldest copies. */
    keep: async (revision: number, at: Date): Promise<void> => {
      await makeDirectories([directory]);
      const file = path.join(directory, toBackupName(revision, at));
      const temporary = temporaryName(file);
      await copyFile(settingsFile, temporary);
      await renameIntoPlace(temporary, file);
      await prune();
    },
  };
};

export type SettingsBackups = ReturnType<typeof createSettingsBackups>;
