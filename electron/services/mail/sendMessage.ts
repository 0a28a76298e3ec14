import { randomUUID } from 'node:crypto';
import type { ServerReply } from '../../contract/proof/evidence.ts';
import type { Finding } from '../../contract/proof/finding.ts';
import type { ProofEvent, ProofOutcome, StageName, StageResult } from '../../contract/proof/proof.ts';
import { createLiveSecrets } from '../../stores/vault/liveSecrets.ts';
import { runStages } from '../proof/runStages.ts';
import { composeMessage, type MessageContent } from './proof/composeMessage.ts';
import { createDeliveryPlanner, type DeliveryParts, type PlanSmtp } from './proof/deliveryPlan.ts';
import type { ResolvedProfile } from './resolvedProfile.ts';
import type { ConnectionPool } from './sending/connectionPool.ts';
import { createPooledPlanning } from './sending/pooledPlan.ts';

/** A mail of the program; the sender is the profile's. */
export type OutgoingMessage = Omit<MessageContent, 'from'> & {
  /** What its text holds and nothing else may show, even if the server repeats it. */
  secrets?: readonly string[];
};

/** `messageId` with angle brackets; `reply`: with what the server took it over, null where there is none. */
export type SentMessage = { messageId: string; reply: ServerReply | null };

/** The server did not take a message. `reply`: the last thing that it said in that stage. */
export class MessageNotSent extends Error {
  override readonly name = 'MessageNotSent';
  readonly stage: StageName;
  readonly finding: Finding;
  readonly reply: ServerReply | null;

  constructor(stage: StageName, finding: Finding, reply: ServerReply | null) {
    super(`${stage}: ${finding.code}`);
    this.stage = stage;
    this.finding = finding;
    this.reply = reply;
  }
}

/** How far a mail of the program is followed. */
export type DeliveryLimit = 'deliver' | 'arrive';

/** A mail on its way; it is sent while `events` are read. */
export type MessageDelivery = {
  messageId: string;
  events: AsyncGenerator<ProofEvent, undefined, void>;
};

/**
 * Hands a mail of the program over exactly as the proof handed over its test message: what was proven is what sends, and
 * none of its rules (no password in the clear, every recipient accepted or nothing sent) can be got round.
 * @param planSmtp left out: each message has a connection of its own.
 */
export const createMessageDelivery = (parts: DeliveryParts, planSmtp?: PlanSmtp) => {
  const planDelivery = createDeliveryPlanner(parts, planSmtp);

  return async (
    values: ResolvedProfile,
    { secrets = [], ...message }: OutgoingMessage,
    until: DeliveryLimit,
    signal: AbortSignal,
  ): Promise<MessageDelivery> => {
    const proofId = randomUUID();
    const composed = await composeMessage(proofId, { ...message, from: values.from });
    const compose = async () => composed;
    const recipients = message.to;
    const tokenHolder = parts.ownTokenHolder;
    const asksFirst = false;
    const plan = planDelivery({ proofId, values, recipients, compose, until, tokenHolder, asksFirst });
    const hidden = createLiveSecrets();
    for (const secret of secrets) hidden.register(secret);
    const mask = (text: string): string => plan.mask(hidden.mask(text));
    const events = runStages({ ...plan, mask, proofId, fingerprint: async () => '' }, signal);
    return { messageId: composed.messageId, events };
  };
};

export type DeliverMessage = ReturnType<typeof createMessageDelivery>;

const lastReply = ({ evidence }: StageResult): ServerReply | null => evidence.replies.at(-1) ?? null;

/**
 * Sends a mail of the program, over a connection of the pool where it goes by SMTP. Throws MessageNotSent, or the signal's
 * reason when it was cancelled.
 */
export const createMessageSender = (parts: DeliveryParts, pool: ConnectionPool) => {
  const deliver = createMessageDelivery(parts, createPooledPlanning(pool));

  return async (
    values: ResolvedProfile,
    message: OutgoingMessage,
    signal: AbortSignal,
  ): Promise<SentMessage> => {
    const { messageId, events } = await deliver(values, message, 'deliver', signal);
    const results: StageResult[] = [];
    let outcome: ProofOutcome = 'cancelled';
    for await (const event of events) {
      if (event.type === 'stageFinished') results.push(event.result);
      if (event.type === 'finished') outcome = event.outcome;
    }
    const refused = results.findLast(({ status }) => status === 'failed');
    if (outcome === 'failed' && refused?.finding)
      throw new MessageNotSent(refused.stage, refused.finding, lastReply(refused));
    signal.throwIfAborted();
    const taken = results.find(({ stage, status }) => stage === 'deliver' && status === 'passed');
    return { messageId, reply: taken ? lastReply(taken) : null };
  };
};
