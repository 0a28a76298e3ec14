import { randomUUID } from 'node:crypto';
import { fail } from '../../../contract/failures.ts';
import type { ProofLog } from '../../proof/proofLog.ts';
import { runStages } from '../../proof/runStages.ts';
import type { MailProofRequest, MailProver } from '../profileProving.ts';
import { targetOf } from '../profileTarget.ts';
import type { ResolvedProfile } from '../resolvedProfile.ts';
import type { ComposedMessage } from './composeMessage.ts';
import { createDeliveryPlanner, type DeliveryParts } from './deliveryPlan.ts';
import { composeTestMessage } from './testMessage.ts';

/** What the prover works with. */
export type MailProverParts = DeliveryParts & {
  fingerprint: (values: ResolvedProfile) => Promise<string>;
  proofLog: ProofLog;
};

const requirePossible = ({ values, until }: MailProofRequest): void => {
  if (until !== 'arrive' || (values.kind === 'smtp' && values.arrival !== null)) return;
  throw fail('INVALID_INPUT', {
    issues: [{ path: ['values', 'arrival'], code: 'required', parameters: {} }],
  });
};

/**
 * Proves mail profiles of every kind: on exactly the values that it is given, changing nothing (REQUIREMENTS M14, N01).
 * Until `arrive` needs a mailbox to look into: INVALID_INPUT at `values.arrival`.
 */
export const createMailProver = ({ fingerprint, proofLog, ...parts }: MailProverParts): MailProver => {
  const planDelivery = createDeliveryPlanner(parts);

  const runProof = (request: MailProofRequest, signal: AbortSignal) => {
    const { profileId, values, recipient, language, by, until } = request;
    const proofId = randomUUID();
    const target = targetOf(values);
    const { from, kind, name } = values;
    const message = { proofId, from, recipient, language, kind, target: target || name };
    const tokenHolder = async () => ({ profileId, by, language });
    let composed: Promise<ComposedMessage> | null = null;
    const compose = () => (composed ??= composeTestMessage(message));
    const plan = {
      ...planDelivery({
        ...{ proofId, values, recipients: [recipient], compose, until, tokenHolder, asksFirst: true },
      }),
      proofId,
      fingerprint: () => fingerprint(values),
      observe: proofLog.open({ profileId, profileName: values.name, target, by }),
    };
    return runStages(plan, signal);
  };

  return (request) => {
    requirePossible(request);
    return (signal) => runProof(request, signal);
  };
};
