import type { ProofLimit } from '../../contract/mail/mail.contract.ts';
import type { ProofOutcome } from '../../contract/proof/proof.ts';
import { type ExitCode, exitCodes } from './exitCode.ts';
import type { Invocation } from './command.ts';
import type { ProofOutput } from './proofOutput.ts';
import { proofRequest } from './proofRequest.ts';
import { readProofSubject } from './proofSubject.ts';
import { recipientOption } from './recipientOption.ts';
import { withConsole } from './withConsole.ts';

const exitCodeOfOutcome: Record<ProofOutcome, ExitCode> = {
  passed: exitCodes.passed,
  failed: exitCodes.failed,
  cancelled: exitCodes.interrupted,
};

/**
 * Proves what the options name and writes the events down as they come. All that is given is read before anything of
 * the data folder is touched. Ctrl+C closes the connection at once.
 */
export const runProof = async (
  invocation: Invocation,
  until: ProofLimit,
  output: ProofOutput,
): Promise<ExitCode> => {
  const { language, signal } = invocation;
  const subject = await readProofSubject(invocation);
  const recipient = recipientOption(invocation);
  return withConsole(invocation, async ({ client }) => {
    const request = await proofRequest(client, subject, { recipient, until, language });
    let exitCode: ExitCode = exitCodes.interrupted;
    for await (const event of await client.mail.proveProfile(request, { signal })) {
      if (event.type === 'stageFinished') output.stage(event.result);
      if (event.type === 'finished') {
        output.finished(event);
        exitCode = exitCodeOfOutcome[event.outcome];
      }
    }
    return exitCode;
  });
};
