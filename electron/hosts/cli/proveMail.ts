import { type ProofLimit, proofLimitSchema } from '../../contract/mail/mail.contract.ts';
import type { Command, Invocation } from './command.ts';
import { openConsole } from './openConsole.ts';
import { proofOutput } from './proofOutput.ts';
import { proofRequest } from './proofRequest.ts';
import { readProofSubject } from './proofSubject.ts';
import { runProof } from './runProof.ts';

const limitOf = ({ options }: Invocation): ProofLimit =>
  proofLimitSchema.parse(options.get('until') ?? 'deliver');

/** `prove mail`: every stage of sending, as it happens. */
export const proveMail: Command = async (invocation) => {
  const subject = await readProofSubject(invocation);
  const output = await proofOutput(invocation);
  const { client } = await openConsole(invocation);
  const request = await proofRequest(client, subject, limitOf(invocation), invocation);
  return runProof(client, request, output, invocation.signal);
};
