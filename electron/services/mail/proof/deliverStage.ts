import { queueIdIn } from '../../../protocols/smtp/queueId.ts';
import { type RunSmtpStage, requireGood } from './smtpStage.ts';

/** Hands the message over (RFC 5321, 3.3 and 4.1.1.4). */
export const runDeliver: RunSmtpStage = async (work, context) => {
  const { state, evidence } = work;
  const { message, dialogue } = state;
  evidence.fact('messageId', message.messageId);
  evidence.fact('messageSizeBytes', message.source.length);
  const ready = await dialogue.command('DATA');
  requireGood(context, work, { stage: 'deliver', command: 'DATA', reply: ready, wanted: 354 });
  const accepted = await dialogue.data(message.source);
  requireGood(context, work, { stage: 'deliver', command: 'DATA', reply: accepted });
  const queueId = queueIdIn(accepted);
  if (queueId !== null) evidence.fact('queueId', queueId);
  return null;
};
