import type { Finding } from '../../../../contract/proof/finding.ts';
import type { StageName } from '../../../../contract/proof/proof.ts';
import type { GraphRefusal } from '../../../../protocols/graph/graphRefusal.ts';
import { diagnose } from '../../../knowledge/diagnose.ts';
import type { ResolvedMicrosoft365 } from '../../resolvedProfile.ts';
import { renewToken } from '../oauth/renewToken.ts';
import { answerOfAnother } from './answerOfAnother.ts';
import { type WebContext, webFinding, webParameters, type WebWork } from './webStage.ts';

export type GraphContext = WebContext<ResolvedMicrosoft365>;

/** What a refusal of Graph means in a stage; writes down what Graph said. */
export const graphFinding = (
  refusal: GraphRefusal,
  stage: StageName,
  { evidence, transcript }: WebWork,
  context: GraphContext,
): Finding => {
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
  return diagnose({ protocol: 'graph', stage, cloud: { status, error: code }, text, parameters });
};

/** How one attempt ended; `isTokenRefused`: the token was, and so nothing else was looked at. */
export type GraphAttempt = { finding: Finding | null; isTokenRefused: boolean };

/** Makes an attempt, and a second one where it did not get past a kept token that could be renewed. */
export const attemptWithToken = async (
  stage: StageName,
  attempt: () => Promise<GraphAttempt>,
  work: WebWork,
  context: GraphContext,
): Promise<Finding | null> => {
  const { finding, isTokenRefused } = await attempt();
  if (finding === null || !isTokenRefused) return finding;
  const renewal = await renewToken(
    work,
    { context: context.tokens, session: work.state.tokens },
    { use: 'send', stage, refused: finding },
  );
  return 'finding' in renewal ? renewal.finding : (await attempt()).finding;
};
