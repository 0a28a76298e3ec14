import type { ProofOutcome, StageName, StageResult } from '../../contract/proof/proof.ts';
import type { Stage } from './stage.ts';

/** Runs a stage and tells its events; one that is not wanted is told as skipped. Several may run at once. */
export type RunStage = (stage: Stage) => Promise<StageResult>;

/** Which stages there are, and which of them runs when. */
export type ProofCourse = {
  /** Each name once, in the order in which they are shown. */
  stageNames: readonly StageName[];
  /**
   * Gives every stage to `run` once, and says what they came to. Aborting the signal ends the stages that run; no other
   * one may be begun then.
   */
  course: (run: RunStage, signal: AbortSignal) => Promise<ProofOutcome>;
};
