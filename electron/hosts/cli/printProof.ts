import type { ProofEvent, ProofOutcome } from '../../contract/proof/proof.ts';
import { type ExitCode, exitCodes } from './exitCode.ts';
import type { ProofOutput } from './proofOutput.ts';

const exitCodeOfOutcome: Record<ProofOutcome, ExitCode> = {
  passed: exitCodes.passed,
  failed: exitCodes.failed,
  cancelled: exitCodes.interrupted,
};

/** Writes the events of a proof down as they come, and gives the exit code of its outcome. */
export const printProof = async (
  events: AsyncIterable<ProofEvent>,
  output: ProofOutput,
): Promise<ExitCode> => {
  let exitCode: ExitCode = exitCodes.interrupted;
  for await (const event of events) {
    if (event.type === 'stageFinished') output.stage(event.result);
    if (event.type === 'finished') {
      output.finished(event);
      exitCode = exitCodeOfOutcome[event.outcome];
    }
  }
  return exitCode;
};
