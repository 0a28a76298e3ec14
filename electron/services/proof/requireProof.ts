import { fail } from '../../contract/failures.ts';
import type { ProofRecord } from '../../contract/proof/proof.ts';
import type { ProofLookup } from './proofLog.ts';

/** The passed proof of exactly the values with this fingerprint, which is asked for only where a proof passed. PROOF_REQUIRED. */
export const requireProof = async (
  proofs: ProofLookup,
  proofId: string | null,
  fingerprint: () => Promise<string>,
): Promise<ProofRecord> => {
  const proof = proofId === null ? null : proofs.find(proofId);
  if (proof?.outcome !== 'passed') throw fail('PROOF_REQUIRED', {});
  if (proof.fingerprint !== (await fingerprint())) throw fail('PROOF_REQUIRED', {});
  return proof;
};
