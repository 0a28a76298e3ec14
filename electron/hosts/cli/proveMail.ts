import { type ProofLimit, proofLimitSchema } from '../../contract/mail/mail.contract.ts';
import type { Command, Invocation } from './command.ts';
import { proofOutput } from './proofOutput.ts';
import { runProof } from './runProof.ts';

const limitOf = ({ options }: Invocation): ProofLimit =>
  proofLimitSchema.parse(options.get('until') ?? 'deliver');

/** `prove mail`: every stage of sending, as it happens. */
export const proveMail: Command = async (invocation) =>
  runProof(invocation, limitOf(invocation), await proofOutput(invocation));
