import type { StageName } from '../../../../contract/proof/proof.ts';
import { inOrder } from '../../../proof/inOrder.ts';
import type { ProofPlan } from '../../../proof/runStages.ts';
import type { ResolvedExchange, ResolvedMicrosoft365 } from '../../resolvedProfile.ts';
import { createErrorExplainer } from '../explainError.ts';
import { createExchangeStages, createGraphStages } from './webStages.ts';
import { WebSession } from './webSession.ts';
import { type WebContext, type WebDelivery, webParameters } from './webStage.ts';

export type WebParts = Omit<WebContext, 'delivery'>;

const isGraph = (delivery: WebDelivery): delivery is WebDelivery<ResolvedMicrosoft365> =>
  delivery.values.kind === 'microsoft365';
const isExchange = (delivery: WebDelivery): delivery is WebDelivery<ResolvedExchange> =>
  delivery.values.kind === 'exchange';

const stagesOf = (delivery: WebDelivery, { trustStore, findProxy, now }: WebParts, session: WebSession) => {
  const parts = { trustStore, findProxy, now };
  if (isGraph(delivery)) return createGraphStages({ ...parts, delivery }, session);
  return isExchange(delivery) ? createExchangeStages({ ...parts, delivery }, session) : [];
};

/** Plans how a message is handed to Microsoft Graph or to Exchange Web Services. `report` is told of bugs. */
export const planWeb = (
  delivery: WebDelivery,
  parts: WebParts,
  report: (stage: StageName, error: unknown) => void,
): Pick<ProofPlan, 'stageNames' | 'course' | 'close' | 'explain'> => {
  const session = new WebSession();
  const parameters = webParameters(delivery);
  return {
    ...inOrder(stagesOf(delivery, parts, session)),
    close: session.close,
    explain: createErrorExplainer({ parametersOf: () => parameters, report }),
  };
};
