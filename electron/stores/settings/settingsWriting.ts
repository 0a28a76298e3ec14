import path from 'node:path';
import type { Revision } from '../../contract/settings/settings.contract.ts';
import { storing } from '../files/storageFailure.ts';
import { syncDirectory } from '../files/syncDirectory.ts';
import type { SettingsParts } from './settingsParts.ts';
import type { Settings } from './settingsSchema.ts';

/**
 * Puts settings in force, with the record of their revision. Order is everything: the record first, because it counts
 * only once the settings say so; then the settings, in one step; then what may fail without undoing the save.
 */
export const createSettingsWriting = ({ file, backups, history, log }: SettingsParts) => {
  const withdraw = (revision: number): Promise<void> =>
    history
      .withdraw(revision)
      .catch((error: unknown) => log.error('settings.revisionNotWithdrawn', { error }));

  const putInForce = async (next: Settings): Promise<void> => {
    try {
      await storing(file.file, () => file.write(next));
    } catch (error) {
      await withdraw(next.revision);
      throw error;
    }
  };

  const tidy = async (revision: number, at: string): Promise<void> => {
    try {
      await backups.keep(revision, new Date(at));
      await history.prune(revision);
    } catch (error) {
      log.error('settings.backupNotKept', { revision, error });
    }
  };

  return async (record: Revision, next: Settings): Promise<void> => {
    await storing(history.fileOf(record.revision), () => history.add(record, next));
    await putInForce(next);
    await syncDirectory(path.dirname(file.file), log);
    await tidy(record.revision, record.at);
  };
};
