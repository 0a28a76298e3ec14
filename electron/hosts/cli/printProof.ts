import type { ProofEvent, ProofOutcome } from '../../contract/proof/proof.ts';
import { type ExitCode, exitCodes } from './exitCode.ts';
import { inShownOrder } from './inShownOrder.ts';
import type { ProofOutput } from './proofOutput.ts';

const exitCodeOfOutcome: Record<ProofOutcome, ExitCode> = {
  passed: exitCodes.passed,
  failed: exitCodes.failed,
  cancelled: exitCodes.interrupted,
};

/** Writes the events of a proof down as they come, in the order in which stages are shown, and gives the exit code of its outcome. */
export const printProof = async (
  events: AsyncIterable<ProofEvent>,
  output: ProofOutput,
): Promise<ExitCode> => {
  let exitCode: ExitCode = exitCodes.interrupted;
  for await (const event of inShownOrder(events)) {
    if (event.type === 'started') output.started(event.stages);
    if (event.type === 'personNeeded') output.personNeeded(event);
    if (event.type === 'stageFinished') output.stage(event.result);
    if (event.type === 'finished') {
      output.finished(event);
      exitCode = exitCodeOfOutcome[event.outcome];
    }
  }
  return exitCode;
};
