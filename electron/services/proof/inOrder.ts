import type { ProofOutcome } from '../../contract/proof/proof.ts';
import type { ProofCourse } from './course.ts';
import type { Stage } from './stage.ts';

/** One stage after the other; one that fails, or is cancelled, leaves the others skipped. */
export const inOrder = (stages: readonly Stage[]): ProofCourse => ({
  stageNames: stages.map(({ name }) => name),
  course: async (run, signal) => {
    let outcome: ProofOutcome = signal.aborted ? 'cancelled' : 'passed';
    for (const stage of stages) {
      const { status } = await run(outcome === 'passed' ? stage : { ...stage, wanted: false });
      if (status === 'failed' || status === 'cancelled') outcome = status;
    }
    return outcome;
  },
});
