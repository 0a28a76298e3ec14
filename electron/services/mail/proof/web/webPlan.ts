import type { StageName } from '../../../../contract/proof/proof.ts';
import { inOrder } from '../../../proof/inOrder.ts';
import type { ProofPlan } from '../../../proof/runStages.ts';
import type { ResolvedExchange, ResolvedMicrosoft365 } from '../../resolvedProfile.ts';
import { atPort } from '../atPort.ts';
import { createErrorExplainer } from '../explainError.ts';
import { atKnownProvider } from '../knownProvider.ts';
import {
  isAboutTokens,
  tokenPeerParameters,
  tokenStages,
  withTokenErrors,
} from '../oauth/explainTokenError.ts';
import { tokenNeeds } from '../oauth/tokenNeeds.ts';
import type { TokenContext } from '../oauth/tokenSession.ts';
import { createTokenStages } from '../oauth/tokenStages.ts';
import { withIgnoredProxy } from '../proxyWay.ts';
import { createExchangeStages, createGraphStages } from './webStages.ts';
import { WebSession } from './webSession.ts';
import { peerParameters, type WebContext, type WebDelivery, webParameters } from './webStage.ts';

export type WebParts = Omit<WebContext, 'delivery' | 'tokens'> & Pick<TokenContext, 'tokens'>;

/** `report` is told of bugs, `hide` of each secret that is got on the way, in Base64. */
export type WebTold = {
  report: (stage: StageName, error: unknown) => void;
  hide: (token: string) => void;
};

/** The stages in which the proxy is spoken to, where there is one. */
const proxyStages: readonly StageName[] = ['resolve', 'connect'];
/** The stages in which it shows whether the way to the server is open. */
const wayStages: readonly StageName[] = [...proxyStages, 'secure'];

const isGraph = (delivery: WebDelivery): delivery is WebDelivery<ResolvedMicrosoft365> =>
  delivery.values.kind === 'microsoft365';
const isExchange = (delivery: WebDelivery): delivery is WebDelivery<ResolvedExchange> =>
  delivery.values.kind === 'exchange';

const stagesOf = (delivery: WebDelivery, parts: Omit<WebContext, 'delivery'>, session: WebSession) => {
  if (isGraph(delivery)) return createGraphStages({ ...parts, delivery }, session);
  return isExchange(delivery) ? createExchangeStages({ ...parts, delivery }, session) : [];
};

const tokenContext = (
  { values, tokenHolder }: WebDelivery,
  { tokens, findProxy, now }: WebParts,
  hide: WebTold['hide'],
): TokenContext => ({
  ...{ tokens, findProxy, now, holder: tokenHolder, timeoutMs: values.timeoutMs },
  needs: tokenNeeds(values, false),
  hide: (secret) => hide(Buffer.from(secret).toString('base64')),
});

/** Plans how a message is handed to Microsoft Graph or to Exchange Web Services. */
export const planWeb = (
  delivery: WebDelivery,
  parts: WebParts,
  { report, hide }: WebTold,
): Pick<ProofPlan, 'stageNames' | 'course' | 'close' | 'explain'> => {
  const session = new WebSession();
  const parameters = webParameters(delivery);
  const { trustStore, findProxy, findTicket, now } = parts;
  const tokens = tokenContext(delivery, parts, hide);
  const ownStages = stagesOf(delivery, { trustStore, findProxy, findTicket, now, tokens }, session);
  const explain = createErrorExplainer({
    parametersOf: (stage) => {
      if (tokenStages.includes(stage)) return tokenPeerParameters(session.tokens);
      return proxyStages.includes(stage) ? { ...parameters, ...peerParameters(session) } : parameters;
    },
    timeoutCode: (stage) => (session.way.proxy !== null && stage === 'connect' ? 'proxyUnreachable' : null),
    nonsenseCode: 'webAnswerUnreadable',
    challengeCode: 'ewsChallengeUnreadable',
    report,
  });
  return {
    ...inOrder([...createTokenStages(tokens, session.tokens), ...ownStages]),
    close: session.close,
    explain: withTokenErrors(session.tokens, (stage, error, evidence) => {
      const found = explain(stage, error, evidence);
      // The way to the provider of tokens is explained by those who know it.
      if (isAboutTokens(session.tokens, stage)) return found;
      const finding = atPort(atKnownProvider(found), 'ewsConnectionRefused');
      return wayStages.includes(stage) ? withIgnoredProxy(finding, session.way) : finding;
    }),
  };
};
