import { type Ehlo, parseEhlo } from '../../../protocols/smtp/ehlo.ts';
import { StageFailure } from '../../proof/stage.ts';
import { helloName } from './helloName.ts';
import { toServerReply } from './serverReply.ts';
import { requireGood, type SmtpContext, smtpFinding, type SmtpWork } from './smtpStage.ts';

/** Codes with which a server says that it does not know a command at all (RFC 5321, 3.2). */
const unknownCommand = new Set([500, 502]);

const nameFor = ({ state: { socket } }: SmtpWork, { delivery, machineName }: SmtpContext): string =>
  helloName({ clientName: delivery.values.clientName, machineName, localAddress: socket.localAddress });

/** Says HELO to a server that does not know EHLO; what does not know HELO either is no mail server (RFC 5321, 4.5.1). */
const sayOldHello = async (name: string, work: SmtpWork, context: SmtpContext): Promise<Ehlo> => {
  const { state, evidence } = work;
  const reply = await state.dialogue.command(`HELO ${name}`);
  if (unknownCommand.has(reply.code)) {
    evidence.reply(toServerReply('HELO', reply));
    throw new StageFailure(smtpFinding(context, state, { code: 'greetingNotSmtp' }));
  }
  requireGood(context, work, { stage: 'identify', command: 'HELO', reply });
  return { ...parseEhlo(reply), lines: [], extensions: new Map(), mechanisms: [], sizeLimit: null };
};

/** Says EHLO, and HELO to a server that knows nothing newer; keeps the answers as evidence and what it offers. */
export const sayHello = async (work: SmtpWork, context: SmtpContext): Promise<Ehlo> => {
  const name = nameFor(work, context);
  work.evidence.fact('clientName', name);
  const reply = await work.state.dialogue.command(`EHLO ${name}`);
  if (unknownCommand.has(reply.code)) {
    work.evidence.reply(toServerReply('EHLO', reply));
    return sayOldHello(name, work, context);
  }
  requireGood(context, work, { stage: 'identify', command: 'EHLO', reply });
  return parseEhlo(reply);
};
