import { askGraphMailbox } from '../../../../protocols/graph/askMailbox.ts';
import { GraphRefusal } from '../../../../protocols/graph/graphRefusal.ts';
import { sendMailPath } from '../../../../protocols/graph/sendMail.ts';
import type { ResolvedMicrosoft365 } from '../../resolvedProfile.ts';
import { attemptWithToken, type GraphAttempt, type GraphContext, graphFinding } from './graphAttempt.ts';
import { keepConnected } from './reachStages.ts';
import { type RunWebStage, webFinding, type WebWork } from './webStage.ts';

const refused = (refusal: GraphRefusal, work: WebWork, context: GraphContext): GraphAttempt => {
  const finding = graphFinding(refusal, 'mailbox', work, context);
  // What is wrong with a request that says nothing tells nothing of the mailbox.
  const isUntold = refusal.status === 400 && finding.code === 'graphRefused';
  return {
    finding: isUntold ? webFinding(context, 'graphMailboxUntold') : finding,
    isTokenRefused: refusal.status === 401,
  };
};

const ask = async (mailbox: string, work: WebWork, context: GraphContext): Promise<GraphAttempt> => {
  const { state, evidence, transcript } = work;
  await keepConnected(work, context);
  transcript.client(`POST ${sendMailPath(mailbox)} (0 recipients)`);
  try {
    const token = state.accessToken;
    const { status, code, words, requestId } = await askGraphMailbox(state.connection, { token, mailbox });
    transcript.server(`HTTP ${status} ${code}`.trim());
    const text = `${code} ${words}`.trim();
    evidence.reply({ command: 'sendMail', code: status, enhanced: null, text });
    if (requestId !== null) evidence.fact('requestId', requestId);
    return { finding: null, isTokenRefused: false };
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    return refused(error, work, context);
  }
};

/** Whether the mailbox is there and this application may send from it, asked without a message. */
export const runGraphMailbox: RunWebStage<ResolvedMicrosoft365> = async (work, context) => {
  const { userName } = context.delivery.values.authentication;
  work.evidence.fact('mailbox', userName);
  work.evidence.fact('withoutRecipients', true);
  return attemptWithToken('mailbox', () => ask(userName, work, context), work, context);
};
