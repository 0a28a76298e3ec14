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

/** The last proof of the values in force of each profile: observed, so it costs no revision of the settings. */
export type ProofRecordStore = {
  /** Null: never proven, or its record cannot be read, which is logged. */
  read(profileId: string): Promise<NotedProof | null>;
  /** Failures: STORAGE_FAILED. */
  write(profileId: string, proof: NotedProof): Promise<void>;
  remove(profileId: string): Promise<void>;
};

/** Keeps a file for each profile in `directory`, so that two programs never write the same one for different reasons. */
export const createProofRecordStore = (directory: string, log: ProblemLog): ProofRecordStore => {
  const fileOf = (profileId: string): string => path.join(directory, `${profileId}.json`);
  const swept = createAbandonedSweep({ directory, isUnfinished: isTemporary, log });

  return {
    read: async (profileId) => {
      await swept();
      const file = fileOf(profileId);
      try {
        return notedProofSchema.parse(JSON.parse(await readFile(file, 'utf8')));
      } catch (error) {
        if (systemCodeOf(error) === 'ENOENT') return null;
        const isDamaged = error instanceof SyntaxError || error instanceof z.ZodError;
        if (!isDamaged && systemCodeOf(error) === null) throw error;
        log.error('mail.proofRecordUnreadable', { file, error });
        return null;
      }
    },
    write: (profileId, proof) =>
      storing(fileOf(profileId), async () => {
        await makeDirectories([directory]);
        await writeAtomically(fileOf(profileId), JSON.stringify(proof));
      }),
    remove: (profileId) => storing(fileOf(profileId), () => rm(fileOf(profileId), { force: true })),
  };
};
