import type { ProofOutcome, StageResult } from '../../contract/proof/proof.ts';

/**
 * The stage that decided over a proof: the last one that failed or was stopped, else the last one that passed. What
 * failed in a proof that passed decided nothing.
 * @param stages in the order in which they are shown.
 */
export const decidingStage = (
  stages: readonly StageResult[],
  outcome: ProofOutcome,
): StageResult | undefined =>
  stages.findLast(({ status }) => status === outcome) ??
  stages.findLast(({ status }) => status === 'passed') ??
  stages[0];
