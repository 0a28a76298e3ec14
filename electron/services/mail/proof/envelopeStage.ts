import { envelopePath, needsUtf8 } from '../../../protocols/smtp/envelopePath.ts';
import { type RunSmtpStage, requireGood, smtpFinding, type SmtpContext, type SmtpWork } from './smtpStage.ts';

const mailParameters = ({ state }: SmtpWork, withUtf8: boolean): string => {
  const { extensions } = state.ehlo;
  return [
    ...(extensions.has('SIZE') ? [`SIZE=${state.message.source.length}`] : []),
    ...(withUtf8 && extensions.has('8BITMIME') ? ['BODY=8BITMIME'] : []),
    ...(withUtf8 ? ['SMTPUTF8'] : []),
  ]
    .map((parameter) => ` ${parameter}`)
    .join('');
};

const composeMessage = async ({ state, evidence }: SmtpWork, { delivery }: SmtpContext): Promise<number> => {
  state.message = await delivery.compose();
  const size = state.message.source.length;
  evidence.fact('messageSizeBytes', size);
  if (state.ehlo.sizeLimit !== null) evidence.fact('sizeLimitBytes', state.ehlo.sizeLimit);
  return size;
};

const sendEnvelope = async (work: SmtpWork, context: SmtpContext, withUtf8: boolean): Promise<void> => {
  const { dialogue } = work.state;
  const { values, recipients } = context.delivery;
  const sender = `MAIL FROM:<${envelopePath(values.from.address)}>${mailParameters(work, withUtf8)}`;
  const accepted = await dialogue.command(sender);
  requireGood(context, work, { stage: 'envelope', command: 'MAIL FROM', reply: accepted });
  for (const recipient of recipients) {
    const reply = await dialogue.command(`RCPT TO:<${envelopePath(recipient)}>`);
    requireGood(context, work, { stage: 'envelope', command: 'RCPT TO', reply });
  }
};

/** Names sender and recipients (RFC 5321, 3.3), after checking that the server can take such a message at all. */
export const runEnvelope: RunSmtpStage = async (work, context) => {
  const { state, evidence } = work;
  const { values, recipients, until } = context.delivery;
  evidence.fact('sender', values.from.address);
  evidence.fact('recipient', recipients.join(', '));
  const size = await composeMessage(work, context);
  const { sizeLimit, extensions } = state.ehlo;
  if (sizeLimit !== null && size > sizeLimit)
    return smtpFinding(context, state, {
      code: 'messageTooBig',
      parameters: { size: String(size), limit: String(sizeLimit) },
    });
  const withUtf8 = [values.from.address, ...recipients].map(envelopePath).some(needsUtf8);
  if (withUtf8 && !extensions.has('SMTPUTF8'))
    return smtpFinding(context, state, { code: 'smtpUtf8NotOffered' });
  await sendEnvelope(work, context, withUtf8);
  state.hasEnvelope = true;
  if (until === 'envelope') evidence.fact('stopped', true);
  return null;
};
