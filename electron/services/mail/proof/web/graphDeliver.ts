import {
  accepted,
  GraphMessageTooLarge,
  sendGraphMail,
  sendMailPath,
} from '../../../../protocols/graph/sendMail.ts';
import type { ResolvedMicrosoft365 } from '../../resolvedProfile.ts';
import { type GraphRequest, requestGraph } from './graphRequest.ts';
import { type RunWebStage, webFinding } from './webStage.ts';

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
  const request: GraphRequest = {
    stage: 'deliver',
    line: `POST ${sendMailPath(mailbox)} (${message.length} bytes)`,
    send: async (connection, token) => {
      const { requestId } = await sendGraphMail(connection, { token, mailbox, message });
      return { status: accepted, words: 'Accepted', requestId };
    },
  };
  try {
    return await requestGraph(request, work, context);
  } catch (error) {
    if (!(error instanceof GraphMessageTooLarge)) throw error;
    const sizes = { size: String(error.bytes), limit: String(error.limitBytes) };
    return webFinding(context, 'graphTooLarge', sizes);
  }
};
