import type { ProofOutcome, StageResult, TranscriptLine } from '../../../contract/proof/proof.ts';

/** A finished proof, with everything that was seen. Its texts have no secret in them: the prover masks them. */
export type ReportedProof = {
  proofId: string;
  startedAt: string;
  by: string;
  profileName: string;
  /** `host:port`, the folder, or empty for the built-in mailbox. */
  target: string;
  outcome: ProofOutcome;
  fingerprint: string;
  durationMs: number;
  stages: readonly StageResult[];
  transcript: readonly TranscriptLine[];
};
