import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { proofRecordSchema } from '../../contract/proof/proof.ts';
import { makeDirectories } from '../files/makeDirectories.ts';
import { storing, systemCodeOf } from '../files/storageFailure.ts';
import { createAbandonedSweep } from '../files/sweepAbandoned.ts';
import { isTemporary } from '../files/sweepTemporaryFiles.ts';
import { writeAtomically } from '../files/writeAtomically.ts';
import type { ProblemLog } from '../problemLog.ts';

const notedProofSchema = z.strictObject({
  record: proofRecordSchema,
  /** Digest of the stored values that were proven, without their secrets. */
  subject: z.string(),
});
export type NotedProof = z.infer<typeof notedProofSchema>;

/** The last proof of values in force, by the id of their profile or `directory`: observed, so it costs no revision of the settings. */
export type ProofRecordStore = {
  /** Null: never proven, or its record cannot be read, which is logged. */
  read(id: string): Promise<NotedProof | null>;
  /** Failures: STORAGE_FAILED. */
  write(id: string, proof: NotedProof): Promise<void>;
  remove(id: string): Promise<void>;
};

/** Keeps a file for each id in `directory`, so that two programs never write the same one for different reasons. */
export const createProofRecordStore = (directory: string, log: ProblemLog): ProofRecordStore => {
  const fileOf = (id: string): string => path.join(directory, `${id}.json`);
  const swept = createAbandonedSweep({ directory, isUnfinished: isTemporary, log });

  return {
    read: async (id) => {
      await swept();
      const file = fileOf(id);
      try {
        return notedProofSchema.parse(JSON.parse(await readFile(file, 'utf8')));
      } catch (error) {
        if (systemCodeOf(error) === 'ENOENT') return null;
        const isDamaged = error instanceof SyntaxError || error instanceof z.ZodError;
        if (!isDamaged && systemCodeOf(error) === null) throw error;
        log.error('proof.recordUnreadable', { file, error });
        return null;
      }
    },
    write: (id, proof) =>
      storing(fileOf(id), async () => {
        await makeDirectories([directory]);
        await writeAtomically(fileOf(id), JSON.stringify(proof));
      }),
    remove: (id) => storing(fileOf(id), () => rm(fileOf(id), { force: true })),
  };
};
