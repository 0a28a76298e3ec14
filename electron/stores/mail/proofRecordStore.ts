import type { ProofRecord } from '../../contract/proof/proof.ts';

/** The last proof of the values in force of each profile: observed, so it costs no revision of the settings. */
export type ProofRecordStore = {
  /** Null: never proven. */
  read(profileId: string): Promise<ProofRecord | null>;
  /** Failures: STORAGE_FAILED. */
  write(profileId: string, record: ProofRecord): Promise<void>;
  remove(profileId: string): Promise<void>;
};
