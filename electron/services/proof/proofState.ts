import type { ProfileState } from '../../contract/mail/profile.ts';
import type { NotedProof } from '../../stores/proof/proofRecordStore.ts';

/**
 * The state of values from the digest of those in force (`subject`; null: there is only a draft) and from what their last
 * proof said; null: there was none (REQUIREMENTS N02, N07).
 */
export const proofState = (subject: string | null, proof: NotedProof | null): ProfileState => {
  if (subject === null) return 'draft';
  if (proof === null) return 'neverProven';
  if (proof.subject !== subject) return 'changed';
  return proof.record.outcome === 'passed' ? 'proven' : 'failed';
};
