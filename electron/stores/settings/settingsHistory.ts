import { rm } from 'node:fs/promises';
import { mostRevisionsListed, type Revision } from '../../contract/settings/settings.contract.ts';
import { makeDirectories } from '../files/makeDirectories.ts';
import { syncDirectory } from '../files/syncDirectory.ts';
import { writeAtomically } from '../files/writeAtomically.ts';
import type { ProblemLog } from '../problemLog.ts';
import { createHistoryReading } from './historyReading.ts';
import type { Migration } from './migrations/migrate.ts';
import { createRevisionFiles } from './revisionFiles.ts';
import { toRevisionRecord } from './revisionRecord.ts';
import type { Settings } from './settingsSchema.ts';

/** All of them can be listed in one call. */
export const revisionsKept = mostRevisionsListed;

/**
 * The revisions, one file each. A record is written before the settings that it is about: `newest`, the revision in
 * force, says which records count, so a save that never happened is never shown.
 */
export const createSettingsHistory = (
  directory: string,
  migrations: readonly Migration[],
  log: ProblemLog,
) => {
  const files = createRevisionFiles(directory);
  const { fileOf, numbers } = files;
  return {
    fileOf,
    numbers,
    ...createHistoryReading({ files, migrations, log }),

    add: async (revision: Revision, settings: Settings): Promise<void> => {
      await makeDirectories([directory]);
      await writeAtomically(fileOf(revision.revision), await toRevisionRecord(revision, settings));
      await syncDirectory(directory, log);
    },

    /** Takes back what `add` wrote for a save that failed. */
    withdraw: (revision: number): Promise<void> => rm(fileOf(revision), { force: true }),

    prune: async (newest: number): Promise<void> => {
      for (const revision of (await numbers(newest)).slice(revisionsKept))
        await rm(fileOf(revision), { force: true });
    },
  };
};

export type SettingsHistory = ReturnType<typeof createSettingsHistory>;
