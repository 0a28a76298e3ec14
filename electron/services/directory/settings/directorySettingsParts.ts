import type { ProofRecordStore } from '../../../stores/proof/proofRecordStore.ts';
import type { SavingParts } from '../../proof/savingParts.ts';
import type { DirectoryResolver } from './directoryResolver.ts';
import type { DirectoryFingerprint } from './provenDirectory.ts';

/** What the settings of the directory work with. */
export type DirectorySettingsParts = SavingParts & {
  resolver: DirectoryResolver;
  fingerprint: DirectoryFingerprint;
  records: Pick<ProofRecordStore, 'read' | 'write'>;
};

/** The id under which the last proof of what is in force is noted. */
export const directoryProofs = 'directory';
