import type { ProofLimit, ProveInput } from '../../contract/mail/mail.contract.ts';
import type { ProofEvent } from '../../contract/proof/proof.ts';
import { faultOfDraft } from '../../services/mail/draft/faultOfDraft.ts';
import type { InProcessClient } from '../inProcessClient.ts';
import type { ExitCode } from './exitCode.ts';
import type { Invocation } from './command.ts';
import { printProof } from './printProof.ts';
import type { ProofOutput } from './proofOutput.ts';
import { proofRequest } from './proofRequest.ts';
import { type ProofSubject, readProofSubject } from './proofSubject.ts';
import { recipientOption } from './recipientOption.ts';
import { withConsole } from './withConsole.ts';

/** What a draft file lacks is named by its path in the file. */
const startProof = async (
  client: InProcessClient,
  request: ProveInput,
  subject: ProofSubject,
  signal: AbortSignal,
): Promise<AsyncIterable<ProofEvent>> => {
  try {
    return await client.mail.proveProfile(request, { signal });
  } catch (error) {
    throw 'draft' in subject ? faultOfDraft(error, subject.draft.pathOf) : error;
  }
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
    return printProof(await startProof(client, request, subject, signal), output);
  });
};
