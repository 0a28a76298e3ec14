import { GraphRefusal } from '../../../../protocols/graph/graphRefusal.ts';
import { GraphMessageTooLarge, sendGraphMail, sendMailPath } from '../../../../protocols/graph/sendMail.ts';
import type { ResolvedMicrosoft365 } from '../../resolvedProfile.ts';
import { attemptWithToken, type GraphAttempt, type GraphContext, graphFinding } from './graphAttempt.ts';
import { keepConnected } from './reachStages.ts';
import { type RunWebStage, webFinding, type WebWork } from './webStage.ts';

type Sending = { mailbox: string; message: Buffer };

const send = async (
  { mailbox, message }: Sending,
  work: WebWork,
  context: GraphContext,
): Promise<GraphAttempt> => {
  const { state, evidence, transcript } = work;
  await keepConnected(work, context);
  transcript.client(`POST ${sendMailPath(mailbox)} (${message.length} bytes)`);
  try {
    const token = state.accessToken;
    const { requestId } = await sendGraphMail(state.connection, { token, mailbox, message });
    transcript.server('HTTP 202');
    evidence.reply({ command: 'sendMail', code: 202, enhanced: null, text: 'Accepted' });
    if (requestId !== null) evidence.fact('requestId', requestId);
    return { finding: null, isTokenRefused: false };
  } catch (error) {
    if (error instanceof GraphRefusal)
      return {
        finding: graphFinding(error, 'deliver', work, context),
        isTokenRefused: error.status === 401,
      };
    if (!(error instanceof GraphMessageTooLarge)) throw error;
    const sizes = { size: String(error.bytes), limit: String(error.limitBytes) };
    return { finding: webFinding(context, 'graphTooLarge', sizes), isTokenRefused: false };
  }
};

/** Hands the message to Microsoft Graph, once ("user: sendMail"). */
export const runGraphDeliver: RunWebStage<ResolvedMicrosoft365> = async (work, context) => {
  const { evidence } = work;
  const { values, recipients, compose } = context.delivery;
  const { messageId, source: message } = await compose();
  const mailbox = values.authentication.userName;
  evidence.fact('sender', values.from.address);
  evidence.fact('recipient', recipients.join(', '));
  evidence.fact('mailbox', mailbox);
  evidence.fact('messageId', messageId);
  evidence.fact('messageSizeBytes', message.length);
  return attemptWithToken('deliver', () => send({ mailbox, message }, work, context), work, context);
};
