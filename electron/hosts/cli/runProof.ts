import type { ProveInput } from '../../contract/mail/mail.contract.ts';
import type { ProofOutcome } from '../../contract/proof/proof.ts';
import { type ExitCode, exitCodes } from './exitCode.ts';
import type { InProcessClient } from './inProcessClient.ts';
import type { ProofOutput } from './proofOutput.ts';

const exitCodeOfOutcome: Record<ProofOutcome, ExitCode> = {
  passed: exitCodes.passed,
  failed: exitCodes.failed,
  cancelled: exitCodes.interrupted,
};

/** Runs a proof and writes its events down as they come. Aborting `signal` closes the connection at once. */
export const runProof = async (
  client: InProcessClient,
  request: ProveInput,
  output: ProofOutput,
  signal: AbortSignal,
): Promise<ExitCode> => {
  let exitCode: ExitCode = exitCodes.interrupted;
  for await (const event of await client.mail.proveProfile(request, { signal })) {
    if (event.type === 'stageFinished') output.stage(event.result);
    if (event.type === 'finished') {
      output.finished(event);
      exitCode = exitCodeOfOutcome[event.outcome];
    }
  }
  return exitCode;
};
