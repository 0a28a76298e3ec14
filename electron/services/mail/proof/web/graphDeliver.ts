import { GraphRefusal } from '../../../../protocols/graph/graphRefusal.ts';
import { GraphMessageTooLarge, sendGraphMail, sendMailPath } from '../../../../protocols/graph/sendMail.ts';
import { diagnose } from '../../../knowledge/diagnose.ts';
import type { Finding } from '../../../../contract/proof/finding.ts';
import type { ResolvedMicrosoft365 } from '../../resolvedProfile.ts';
import { renewToken } from '../oauth/renewToken.ts';
import { answerOfAnother } from './answerOfAnother.ts';
import { keepConnected } from './reachStages.ts';
import { type RunWebStage, type WebContext, webFinding, webParameters, type WebWork } from './webStage.ts';

type Context = WebContext<ResolvedMicrosoft365>;

const refused = (refusal: GraphRefusal, { evidence, transcript }: WebWork, context: WebContext): Finding => {
  const { status, code, serverMessage: text, requestId, retryAfterSeconds, location } = refusal;
  transcript.server(`HTTP ${status} ${code}`.trim());
  const words = [code, text, location].filter(Boolean).join(' ');
  evidence.reply({ command: 'sendMail', code: status, enhanced: null, text: words });
  if (requestId !== null) evidence.fact('requestId', requestId);
  const foreign = answerOfAnother(refusal);
  // Only a message that Graph cannot have taken is for a later attempt.
  if (foreign !== null)
    return { ...webFinding(context, 'webAnswerUnreadable'), permanent: foreign.mayBeTaken };
  const waiting = retryAfterSeconds === null ? {} : { seconds: String(retryAfterSeconds) };
  const parameters = { ...webParameters(context.delivery), ...waiting };
  return diagnose({ protocol: 'graph', stage: 'deliver', cloud: { status, error: code }, text, parameters });
};

type Sending = { mailbox: string; message: Buffer };

/** How one attempt ended; `isRefused`: the token was, and so nothing was looked at. */
type Attempt = { finding: Finding | null; isRefused: boolean };

const send = async ({ mailbox, message }: Sending, work: WebWork, context: Context): Promise<Attempt> => {
  const { state, evidence, transcript } = work;
  await keepConnected(work, context);
  transcript.client(`POST ${sendMailPath(mailbox)} (${message.length} bytes)`);
  try {
    const token = state.accessToken;
    const { requestId } = await sendGraphMail(state.connection, { token, mailbox, message });
    transcript.server('HTTP 202');
    evidence.reply({ command: 'sendMail', code: 202, enhanced: null, text: 'Accepted' });
    if (requestId !== null) evidence.fact('requestId', requestId);
    return { finding: null, isRefused: false };
  } catch (error) {
    if (error instanceof GraphRefusal)
      return { finding: refused(error, work, context), isRefused: error.status === 401 };
    if (!(error instanceof GraphMessageTooLarge)) throw error;
    const sizes = { size: String(error.bytes), limit: String(error.limitBytes) };
    return { finding: webFinding(context, 'graphTooLarge', sizes), isRefused: false };
  }
};

/**
 * Hands the message to Microsoft Graph, once ("user: sendMail"); a second time where it did not get past a kept token that
 * could be renewed.
 */
export const runGraphDeliver: RunWebStage<ResolvedMicrosoft365> = async (work, context) => {
  const { state, evidence } = work;
  const { values, compose } = context.delivery;
  const { messageId, source: message } = await compose();
  const mailbox = values.authentication.userName;
  evidence.fact('sender', values.from.address);
  evidence.fact('recipient', context.delivery.recipients.join(', '));
  evidence.fact('mailbox', mailbox);
  evidence.fact('messageId', messageId);
  evidence.fact('messageSizeBytes', message.length);
  const { finding, isRefused } = await send({ mailbox, message }, work, context);
  if (finding === null || !isRefused) return finding;
  const renewal = await renewToken(
    work,
    { context: context.tokens, session: state.tokens },
    { use: 'send', stage: 'deliver', refused: finding },
  );
  if ('finding' in renewal) return renewal.finding;
  return (await send({ mailbox, message }, work, context)).finding;
};
