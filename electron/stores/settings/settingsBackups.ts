import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeDirectories } from '../files/makeDirectories.ts';
import { writeAtomically } from '../files/writeAtomically.ts';
import { toBackupName } from './backupName.ts';
import { createBackupReading } from './backupReading.ts';
import type { Migration } from './migrations/migrate.ts';

/** How many good versions are kept. */
export const backupsKept = 10;

/** The last good versions of the settings file, as they were, in a directory of their own. */
export const createSettingsBackups = (
  directory: string,
  settingsFile: string,
  migrations: readonly Migration[],
) => {
  const { all, ...reading } = createBackupReading(directory, migrations);

  const prune = async (): Promise<void> => {
    for (const { name } of (await all()).slice(backupsKept))
      await rm(path.join(directory, name), { force: true });
  };

  return {
    directory,
    ...reading,

    /** True when there is any, readable or not. */
    hasAny: async (): Promise<boolean> => (await all()).length > 0,

    has: async (revision: number): Promise<boolean> =>
      (await all()).some((backup) => backup.revision === revision),

    /** Copies the file in force, which holds this revision, and drops the oldest copies. */
    keep: async (revision: number, at: Date): Promise<void> => {
      await makeDirectories([directory]);
      await writeAtomically(path.join(directory, toBackupName(revision, at)), await readFile(settingsFile));
      await prune();
    },
  };
};

export type SettingsBackups = ReturnType<typeof createSettingsBackups>;
