import { isFailure } from '../../contract/failures.ts';
import type { ProofRecord } from '../../contract/proof/proof.ts';
import type { ProofRecordStore } from '../../stores/proof/proofRecordStore.ts';

/** Values in force, as a proof is found to be about them. */
export type ProvableValues = {
  /** Digest that is noted with the record. */
  subject: string;
  /** Of the values once their references are read. */
  fingerprint: () => Promise<string>;
};

export type RecordingParts = {
  records: Pick<ProofRecordStore, 'write'>;
  /** Null: nothing is in force under this id. */
  readInForce: (id: string) => Promise<ProvableValues | null>;
};

/** Null when the values cannot be had now (vault locked, variable not set): then no proof was about them. */
const fingerprintOf = async ({ fingerprint }: ProvableValues): Promise<string | null> => {
  try {
    return await fingerprint();
  } catch (error) {
    if (isFailure(error)) return null;
    throw error;
  }
};

/** Notes the result of a proof when exactly the values in force were proven, and a verdict was reached. */
export const createProofRecording =
  ({ records, readInForce }: RecordingParts) =>
  async (id: string, record: ProofRecord): Promise<void> => {
    if (record.outcome === 'cancelled') return;
    const inForce = await readInForce(id);
    if (inForce === null || record.fingerprint !== (await fingerprintOf(inForce))) return;
    await records.write(id, { record, subject: inForce.subject });
  };
