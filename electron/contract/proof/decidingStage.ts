import type { ProofOutcome, StageResult } from './proof.ts';

/**
 * The stage at which a proof failed: the last one that failed and passed nowhere; where one before it ended for the same reason at
 * the same controller, it began there. Undefined: each stage passed somewhere, or none failed.
 * @param stages in the order in which they are shown.
 */
export const failedResult = (stages: readonly StageResult[]): StageResult | undefined => {
  const passed = new Set(stages.filter(({ status }) => status === 'passed').map(({ stage }) => stage));
  const failed = stages.filter(({ stage, status }) => status === 'failed' && !passed.has(stage));
  const last = failed.at(-1);
  if (!last?.finding) return last;
  const { controller, finding } = last;
  return failed.find((one) => one.controller === controller && one.finding?.code === finding.code);
};

/**
 * The stage that decided over a proof: the one at which it failed or was stopped, else the last one that passed. What
 * failed in a proof that passed decided nothing.
 * @param stages in the order in which they are shown.
 */
export const decidingStage = (
  stages: readonly StageResult[],
  outcome: ProofOutcome,
): StageResult | undefined =>
  (outcome === 'failed' ? failedResult(stages) : undefined) ??
  stages.findLast(({ status }) => status === outcome) ??
  stages.findLast(({ status }) => status === 'passed') ??
  stages[0];
