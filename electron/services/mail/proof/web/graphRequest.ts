import type { Finding } from '../../../../contract/proof/finding.ts';
import type { StageName } from '../../../../contract/proof/proof.ts';
import { GraphRefusal } from '../../../../protocols/graph/graphRefusal.ts';
import type { HttpConnection } from '../../../../protocols/http/httpConnection.ts';
import { diagnose } from '../../../knowledge/diagnose.ts';
import type { ResolvedMicrosoft365 } from '../../resolvedProfile.ts';
import { renewToken } from '../oauth/renewToken.ts';
import { answerOfAnother } from './answerOfAnother.ts';
import { keepConnected } from './reachStages.ts';
import { type WebContext, webFinding, webParameters, type WebWork } from './webStage.ts';

export type GraphContext = WebContext<ResolvedMicrosoft365>;

/** What Graph said to a request that went well. */
type GraphAnswer = { status: number; words: string; requestId: string | null };

/** What a stage asks of Graph. */
export type GraphRequest = {
  stage: StageName;
  /** The request as it stands in the transcript. */
  line: string;
  /** Throws GraphRefusal. */
  send: (connection: HttpConnection, token: string) => Promise<GraphAnswer>;
  /** What a refusal means in this stage; left out: what it means anywhere. */
  judge?: (refusal: GraphRefusal, finding: Finding) => Finding;
};

/** How one attempt ended; `isTokenRefused`: the token was, and so nothing else was looked at. */
type Attempt = { finding: Finding | null; isTokenRefused: boolean };

const noteAnswer = ({ status, words, requestId }: GraphAnswer, { evidence, transcript }: WebWork): void => {
  transcript.server(`HTTP ${status} ${words}`.trim());
  evidence.reply({ command: 'sendMail', code: status, enhanced: null, text: words });
  if (requestId !== null) evidence.fact('requestId', requestId);
};

const findingOf = (refusal: GraphRefusal, stage: StageName, context: GraphContext): Finding => {
  const foreign = answerOfAnother(refusal);
  // Only a message that Graph cannot have taken is for a later attempt.
  if (foreign !== null)
    return { ...webFinding(context, 'webAnswerUnreadable'), permanent: foreign.mayBeTaken };
  const { status, code, serverMessage: text, retryAfterSeconds } = refusal;
  const waiting = retryAfterSeconds === null ? {} : { seconds: String(retryAfterSeconds) };
  const parameters = { ...webParameters(context.delivery), ...waiting };
  return diagnose({ protocol: 'graph', stage, cloud: { status, error: code }, text, parameters });
};

const attempt = async (
  { stage, line, send, judge = (_, finding) => finding }: GraphRequest,
  work: WebWork,
  context: GraphContext,
): Promise<Attempt> => {
  const { state, transcript } = work;
  await keepConnected(work, context);
  transcript.client(line);
  try {
    noteAnswer(await send(state.connection, state.accessToken), work);
    return { finding: null, isTokenRefused: false };
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    const { status, code, serverMessage, location, requestId } = error;
    noteAnswer({ status, words: [code, serverMessage, location].filter(Boolean).join(' '), requestId }, work);
    return { finding: judge(error, findingOf(error, stage, context)), isTokenRefused: status === 401 };
  }
};

/** Asks Graph once; a second time where it did not get past a kept token that could be renewed. */
export const requestGraph = async (
  request: GraphRequest,
  work: WebWork,
  context: GraphContext,
): Promise<Finding | null> => {
  const { finding, isTokenRefused } = await attempt(request, work, context);
  if (finding === null || !isTokenRefused) return finding;
  const renewal = await renewToken(
    work,
    { context: context.tokens, session: work.state.tokens },
    { use: 'send', stage: request.stage, refused: finding },
  );
  return 'finding' in renewal ? renewal.finding : (await attempt(request, work, context)).finding;
};
