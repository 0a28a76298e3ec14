import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fail } from '../../contract/failures.ts';
import { mostRevisionsListed, type Revision } from '../../contract/settings/settings.contract.ts';
import { makeDirectories } from '../files/makeDirectories.ts';
import { ifThere } from '../files/ifThere.ts';
import { storing } from '../files/storageFailure.ts';
import { syncDirectory } from '../files/syncDirectory.ts';
import { writeAtomically } from '../files/writeAtomically.ts';
import type { ProblemLog } from '../problemLog.ts';
import type { Migration } from './migrations/migrate.ts';
import { revisionOf, settingsOf, toRevisionRecord } from './revisionRecord.ts';
import type { Settings } from './settingsSchema.ts';

/** All of them can be listed in one call. */
export const revisionsKept = mostRevisionsListed;

const pattern = /^(\d{8})\.revision$/;

/**
 * The revisions, one file each. A record is written before the settings that it is about: `newest`, the revision in
 * force, says which records count, so a save that never happened is never shown.
 */
export const createSettingsHistory = (
  directory: string,
  migrations: readonly Migration[],
  log: ProblemLog,
) => {
  const fileOf = (revision: number): string =>
    path.join(directory, `${String(revision).padStart(8, '0')}.revision`);

  /** Newest first. */
  const numbers = async (newest: number): Promise<number[]> =>
    ((await ifThere(readdir(directory))) ?? [])
      .flatMap((name) => pattern.exec(name)?.[1] ?? [])
      .map(Number)
      .filter((revision) => revision <= newest)
      .sort((one, other) => other - one);

  /** What `read` makes of a record; null when it is gone, or damaged, which is logged. STORAGE_FAILED. */
  const open = async <Part>(
    revision: number,
    read: (record: Buffer) => Part,
  ): Promise<Awaited<Part> | null> => {
    const file = fileOf(revision);
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
    fileOf,
    numbers,

    add: async (revision: Revision, settings: Settings): Promise<void> => {
      await makeDirectories([directory]);
      await writeAtomically(fileOf(revision.revision), await toRevisionRecord(revision, settings));
      await syncDirectory(directory, log);
    },

    /** Takes back what `add` wrote for a save that failed. */
    withdraw: (revision: number): Promise<void> => rm(fileOf(revision), { force: true }),

    /** STORAGE_FAILED. */
    list: async (newest: number, offset: number, limit: number) => {
      const all = await numbers(newest);
      return { total: all.length, revisions: await headers(all.slice(offset, offset + limit)) };
    },

    /** NOT_FOUND: there is no such revision, or no longer. STORAGE_FAILED. */
    read: async (newest: number, revision: number): Promise<Settings> => {
      const settings = (await numbers(newest)).includes(revision)
        ? await open(revision, (record) => settingsOf(record, migrations))
        : null;
      if (settings === null) throw fail('NOT_FOUND', {});
      return settings;
    },

    prune: async (newest: number): Promise<void> => {
      for (const revision of (await numbers(newest)).slice(revisionsKept))
        await rm(fileOf(revision), { force: true });
    },
  };
};

export type SettingsHistory = ReturnType<typeof createSettingsHistory>;
