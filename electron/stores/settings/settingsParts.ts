import path from 'node:path';
import Conf from 'conf';
import type { ProblemLog } from '../problemLog.ts';
import type { Migration } from './migrations/migrate.ts';
import { migrations as allMigrations } from './migrations/migrations.ts';
import { createSettingsBackups } from './settingsBackups.ts';
import { createSettingsFile, stagingDirectory, type StoreConstructor } from './settingsFile.ts';
import { createSettingsHistory } from './settingsHistory.ts';
import { readSettingsState } from './settingsState.ts';

export type SettingsStoreOptions = {
  /** The data directory; made with mode 0700 when it is not there. */
  directory: string;
  log: ProblemLog;
  /** `Conf`, or `electron-store` in the desktop program. */
  storeConstructor?: StoreConstructor;
  now?: () => Date;
  migrations?: readonly Migration[];
};

/** What the halves of the settings store share. */
export const createSettingsParts = ({
  directory,
  log,
  storeConstructor = Conf,
  now = () => new Date(),
  migrations = allMigrations,
}: SettingsStoreOptions) => {
  const backupDirectory = path.join(directory, 'backups');
  const historyDirectory = path.join(directory, 'revisions');
  const history = createSettingsHistory(historyDirectory, migrations, log);
  const file = createSettingsFile(directory, storeConstructor);
  const backups = createSettingsBackups(backupDirectory, file.file, migrations);
  return {
    ...{ directory, file, backups, history, log, now },
    /** Where a crash may leave unfinished files. */
    writtenDirectories: [stagingDirectory(directory), backupDirectory, historyDirectory],
    /** What the settings file is right now. */
    state: () => readSettingsState({ file, backups, history, migrations }),
  };
};

export type SettingsParts = ReturnType<typeof createSettingsParts>;
