import { GraphRefusal } from '../../../../protocols/graph/graphRefusal.ts';
import { GraphMessageTooLarge, sendGraphMail, sendMailPath } from '../../../../protocols/graph/sendMail.ts';
import { diagnose } from '../../../knowledge/diagnose.ts';
import type { Finding } from '../../../../contract/proof/finding.ts';
import type { ResolvedMicrosoft365 } from '../../resolvedProfile.ts';
import { type RunWebStage, type WebContext, webFinding, webParameters, type WebWork } from './webStage.ts';

const refused = (
  { status, code, serverMessage: text, requestId, retryAfterSeconds }: GraphRefusal,
  { evidence, transcript }: WebWork,
  { delivery }: WebContext,
): Finding => {
  transcript.server(`HTTP ${status} ${code}`.trim());
  evidence.reply({ command: 'sendMail', code: status, enhanced: null, text: `${code} ${text}`.trim() });
  if (requestId !== null) evidence.fact('requestId', requestId);
  const waiting = retryAfterSeconds === null ? {} : { seconds: String(retryAfterSeconds) };
  const parameters = { ...webParameters(delivery), ...waiting };
  return diagnose({ protocol: 'graph', stage: 'deliver', cloud: { status, error: code }, text, parameters });
};

/** Hands the message to Microsoft Graph, once ("user: sendMail"). */
export const runGraphDeliver: RunWebStage<ResolvedMicrosoft365> = async (work, context) => {
  const { state, evidence, transcript } = work;
  const { values, compose } = context.delivery;
  const { messageId, source: message } = await compose();
  const mailbox = values.authentication.userName;
  evidence.fact('sender', values.from.address);
  evidence.fact('recipient', context.delivery.recipients.join(', '));
  evidence.fact('mailbox', mailbox);
  evidence.fact('messageId', messageId);
  evidence.fact('messageSizeBytes', message.length);
  transcript.client(`POST ${sendMailPath(mailbox)} (${message.length} bytes)`);
  try {
    const { requestId } = await sendGraphMail(state.connection, {
      token: state.accessToken,
      mailbox,
      message,
    });
    transcript.server('HTTP 202');
    evidence.reply({ command: 'sendMail', code: 202, enhanced: null, text: 'Accepted' });
    if (requestId !== null) evidence.fact('requestId', requestId);
    return null;
  } catch (error) {
    if (error instanceof GraphRefusal) return refused(error, work, context);
    if (!(error instanceof GraphMessageTooLarge)) throw error;
    const sizes = { size: String(error.bytes), limit: String(error.limitBytes) };
    return webFinding(context, 'graphTooLarge', sizes);
  }
};
