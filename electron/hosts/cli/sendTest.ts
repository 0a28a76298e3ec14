import type { Command } from './command.ts';
import { openConsole } from './openConsole.ts';
import { type ProofOutput, proofOutput } from './proofOutput.ts';
import { proofRequest } from './proofRequest.ts';
import { readProofSubject } from './proofSubject.ts';
import { runProof } from './runProof.ts';

/** Only what needs attention: stages that failed or found something. */
const terse = (output: ProofOutput): ProofOutput => ({
  ...output,
  stage: (result) => {
    if (result.status === 'failed' || result.finding !== null) output.stage(result);
  },
});

/** `send test`: sends one test message and says whether the server took it. */
export const sendTest: Command = async (invocation) => {
  const subject = await readProofSubject(invocation);
  const output = await proofOutput(invocation);
  const { client, close } = await openConsole(invocation);
  try {
    const request = await proofRequest(client, subject, 'deliver', invocation);
    const shown = invocation.options.has('json') ? output : terse(output);
    return await runProof(client, request, shown, invocation.signal);
  } finally {
    await close();
  }
};
