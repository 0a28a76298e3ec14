import type { ProofRecordStore } from '../../../stores/proof/proofRecordStore.ts';
import type { SavingParts } from '../../proof/savingParts.ts';
import type { ResolvedProfile } from '../resolvedProfile.ts';
import type { ProfileResolver } from './profileResolver.ts';

/** Fingerprint of resolved values; the same values always give the same one, on this machine. */
export type Fingerprint = (values: ResolvedProfile) => Promise<string>;

/** What the profile service works with. */
export type ProfileParts = SavingParts & {
  resolver: ProfileResolver;
  fingerprint: Fingerprint;
  records: ProofRecordStore;
};
