import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { ifThere } from '../files/ifThere.ts';
import { storing } from '../files/storageFailure.ts';

const pattern = /^(\d{8})\.revision$/;

/** The names of the records of the history in `directory`, one file a revision. */
export const createRevisionFiles = (directory: string) => ({
  fileOf: (revision: number): string => path.join(directory, `${String(revision).padStart(8, '0')}.revision`),

  /** The revisions up to `newest` that have a record, newest first. STORAGE_FAILED. */
  numbers: async (newest: number): Promise<number[]> =>
    ((await storing(directory, () => ifThere(readdir(directory)))) ?? [])
      .flatMap((name) => pattern.exec(name)?.[1] ?? [])
      .map(Number)
      .filter((revision) => revision <= newest)
      .sort((one, other) => other - one),
});

export type RevisionFiles = ReturnType<typeof createRevisionFiles>;
