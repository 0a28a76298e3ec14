import type { StageName } from '../../../contract/proof/proof.ts';
import { type Ehlo, parseEhlo } from '../../../protocols/smtp/ehlo.ts';
import { isPositive } from '../../../protocols/smtp/smtpReply.ts';
import { helloName } from './helloName.ts';
import { requireGood, type SmtpContext, type SmtpWork } from './smtpStage.ts';

/** Codes with which a server says that it does not know EHLO at all (RFC 5321, 3.2). */
const unknownCommand = new Set([500, 502]);

/** Says EHLO, and HELO to a server that knows nothing newer; keeps the answer as evidence and what it offers. */
export const sayHello = async (stage: StageName, work: SmtpWork, context: SmtpContext): Promise<Ehlo> => {
  const { dialogue, socket } = work.state;
  const { clientName } = context.delivery.values;
  const name = helloName({
    clientName,
    machineName: context.machineName,
    localAddress: socket.localAddress,
  });
  work.evidence.fact('clientName', name);
  const reply = await dialogue.command(`EHLO ${name}`);
  if (isPositive(reply) || !unknownCommand.has(reply.code)) {
    requireGood(context, work, { stage, command: 'EHLO', reply });
    return parseEhlo(reply);
  }
  const older = await dialogue.command(`HELO ${name}`);
  requireGood(context, work, { stage, command: 'HELO', reply: older });
  return { ...parseEhlo(older), lines: [], extensions: new Map(), mechanisms: [], sizeLimit: null };
};
