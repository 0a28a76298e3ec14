import { randomUUID } from 'node:crypto';
import type { Finding } from '../../contract/proof/finding.ts';
import type { StageName } from '../../contract/proof/proof.ts';
import { runStages } from '../proof/runStages.ts';
import { composeMessage, type MessageContent } from './proof/composeMessage.ts';
import { createDeliveryPlanner, type DeliveryParts } from './proof/deliveryPlan.ts';
import type { ResolvedProfile } from './resolvedProfile.ts';

/** A mail of the program; the sender is the profile's. */
export type OutgoingMessage = Omit<MessageContent, 'from'>;

/** The server did not take a message. */
export class MessageNotSent extends Error {
  override readonly name = 'MessageNotSent';
  readonly stage: StageName;
  readonly finding: Finding;

  constructor(stage: StageName, finding: Finding) {
    super(`${stage}: ${finding.code}`);
    this.stage = stage;
    this.finding = finding;
  }
}

/**
 * Sends a mail of the program exactly as the proof sent its test message: what was proven is what sends, and none of
 * its rules (no password in the clear, every recipient accepted or nothing sent) can be got round.
 * Gives the Message-ID, with angle brackets. Throws MessageNotSent, or the signal's reason when it was cancelled.
 */
export const createMessageSender = (parts: DeliveryParts) => {
  const planDelivery = createDeliveryPlanner(parts);

  return async (values: ResolvedProfile, message: OutgoingMessage, signal: AbortSignal): Promise<string> => {
    const proofId = randomUUID();
    const composed = await composeMessage(proofId, { ...message, from: values.from });
    const compose = async () => composed;
    const plan = planDelivery({ proofId, values, recipients: message.to, compose, until: 'deliver' });
    for await (const event of runStages({ ...plan, proofId, fingerprint: async () => '' }, signal)) {
      if (event.type !== 'stageFinished' || event.result.status !== 'failed') continue;
      const { stage, finding } = event.result;
      if (finding !== null) throw new MessageNotSent(stage, finding);
    }
    signal.throwIfAborted();
    return composed.messageId;
  };
};
