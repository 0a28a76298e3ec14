import type { StageName } from '../../../../electron/contract/proof/proof.ts';
import { failedStage, type ProofRun } from '../../proof/proofRun.ts';
import { type LineName, linesOf } from '../../proof/stageState.ts';

/** What a proof of the directory says in one sentence. */
export type Verdict = {
  isUsable: boolean;
  /** The controllers through which the directory can be used; those at which nothing failed come first. */
  through: readonly string[];
  /** Where it cannot be used: at which stage that ended. */
  failedAt: StageName | null;
  /** What else failed: of each controller, or of none, at which stages. */
  broken: readonly { controller: string | null; stages: readonly StageName[] }[];
};

const byController = (lines: readonly LineName[]): Verdict['broken'] =>
  [...new Set(lines.map(({ controller }) => controller))].map((controller) => ({
    controller,
    stages: lines.filter((line) => line.controller === controller).map(({ stage }) => stage),
  }));

/** The verdict of a proof that has ended; null for one that was cancelled, which says nothing. */
export const verdictOf = (run: ProofRun): Verdict | null => {
  if (run.outcome !== 'passed' && run.outcome !== 'failed') return null;
  const lines = run.stages.flatMap(linesOf);
  const failed = lines.filter(({ result }) => result?.status === 'failed');
  const failedAt = run.outcome === 'failed' ? (failedStage(run)?.stage ?? null) : null;
  /** Who was signed in to can be used; what failed there besides is told of as broken. */
  const through = lines
    .filter(({ stage, result }) => stage === 'bind' && result?.status === 'passed')
    .flatMap(({ controller }) => controller ?? []);
  const faults = (host: string) => failed.filter(({ controller }) => controller === host).length;
  return {
    isUsable: run.outcome === 'passed',
    through: through.toSorted((one, other) => faults(one) - faults(other)),
    failedAt,
    broken: byController(failed.filter(({ stage }) => stage !== failedAt)),
  };
};
