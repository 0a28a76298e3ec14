import type { StageName } from '../../../../contract/proof/proof.ts';
import type { OutlookParts } from '../../../../protocols/outlook/outlookSession.ts';
import { inOrder } from '../../../proof/inOrder.ts';
import type { ProofPlan } from '../../../proof/runStages.ts';
import { createErrorExplainer } from '../explainError.ts';
import { createOutlookStages, type OutlookDelivery, outlookParameters } from './outlookStages.ts';

/**
 * Plans how a message is handed to the Outlook of this machine. Its programs end with the signal of their stage, so there is
 * nothing to close. `report` is told of bugs.
 */
export const planOutlook = (
  delivery: OutlookDelivery,
  parts: OutlookParts,
  report: (stage: StageName, error: unknown) => void,
): Pick<ProofPlan, 'stageNames' | 'course' | 'close' | 'explain'> => {
  const parameters = outlookParameters(delivery);
  return {
    ...inOrder(createOutlookStages(delivery, parts)),
    close: () => undefined,
    explain: createErrorExplainer({
      parametersOf: () => parameters,
      timeoutCode: () => 'outlookTimedOut',
      report,
    }),
  };
};
