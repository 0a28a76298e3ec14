import { readFile } from 'node:fs/promises';
import { fail } from '../../contract/failures.ts';
import type { Revision } from '../../contract/settings/settings.contract.ts';
import { ifThere } from '../files/ifThere.ts';
import { storing } from '../files/storageFailure.ts';
import type { ProblemLog } from '../problemLog.ts';
import type { Migration } from './migrations/migrate.ts';
import type { RevisionFiles } from './revisionFiles.ts';
import { revisionOf, settingsOf } from './revisionRecord.ts';
import type { Settings } from './settingsSchema.ts';

type ReadingParts = { files: RevisionFiles; migrations: readonly Migration[]; log: ProblemLog };

/** Reads the records of the history; a damaged one is logged and counts as gone. */
export const createHistoryReading = ({ files, migrations, log }: ReadingParts) => {
  /** What `read` makes of a record; null when it is gone or damaged. STORAGE_FAILED. */
  const open = async <Part>(
    revision: number,
    read: (record: Buffer) => Part,
  ): Promise<Awaited<Part> | null> => {
    const file = files.fileOf(revision);
    const record = await storing(file, () => ifThere(readFile(file)));
    try {
      return record && (await read(record));
    } catch (error) {
      log.error('settings.revisionUnreadable', { revision, error });
      return null;
    }
  };

  /** One after the other: hundreds of files open at once are more than some systems allow. */
  const headers = async (revisions: readonly number[]): Promise<Revision[]> => {
    const found: Revision[] = [];
    for (const number of revisions) {
      const revision = await open(number, revisionOf);
      if (revision !== null) found.push(revision);
    }
    return found;
  };

  return {
    /** Newest first, from the revision `newest` on. STORAGE_FAILED. */
    list: async (newest: number, offset: number, limit: number) => {
      const all = await files.numbers(newest);
      return { total: all.length, revisions: await headers(all.slice(offset, offset + limit)) };
    },

    /** NOT_FOUND: there is no such revision, or no longer. STORAGE_FAILED. */
    read: async (newest: number, revision: number): Promise<Settings> => {
      const settings = (await files.numbers(newest)).includes(revision)
        ? await open(revision, (record) => settingsOf(record, migrations))
        : null;
      if (settings === null) throw fail('NOT_FOUND', {});
      return settings;
    },
  };
};
