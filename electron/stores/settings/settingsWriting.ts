import path from 'node:path';
import type { Revision } from '../../contract/settings/settings.contract.ts';
import { storing } from '../files/storageFailure.ts';
import { syncDirectory } from '../files/syncDirectory.ts';
import type { SettingsParts } from './settingsParts.ts';
import type { Settings } from './settingsSchema.ts';

/** The first of these to fail, once none is running any more. */
const allDone = async (work: readonly Promise<unknown>[]): Promise<void> => {
  const results = await Promise.allSettled(work);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
};

/**
 * Puts settings in force, with the record of their revision. Order is everything: the record and the new file are on
 * the disk first, where they do not count yet; then one step makes both count; then comes what may fail without
 * undoing the save.
 */
export const createSettingsWriting = ({ file, backups, history, log }: SettingsParts) => {
  const withdraw = (revision: number): Promise<void> =>
    history
      .withdraw(revision)
      .catch((error: unknown) => log.error('settings.revisionNotWithdrawn', { error }));

  const putInForce = async (record: Revision, next: Settings): Promise<void> => {
    const recorded = storing(history.fileOf(record.revision), () => history.add(record, next));
    const staged = storing(file.file, () => file.stage(next));
    try {
      await allDone([recorded, staged]);
      await storing(file.file, await staged);
    } catch (error) {
      await withdraw(record.revision);
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
    await putInForce(record, next);
    await syncDirectory(path.dirname(file.file), log);
    await tidy(record.revision, record.at);
  };
};
