import type { Finding } from '../../../contract/proof/finding.ts';
import { isPositive, type SmtpReply } from '../../../protocols/smtp/smtpReply.ts';
import type { TrustStore } from '../../../protocols/tls/trustStore.ts';
import { diagnose } from '../../knowledge/diagnose.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { StageName } from '../../../contract/proof/proof.ts';
import { StageFailure, type StageWork } from '../../proof/stage.ts';
import { withFormChanges } from './formChanges.ts';
import { toServerReply } from './serverReply.ts';
import { deliveryParameters, type SmtpDelivery } from './smtpDelivery.ts';
import type { SmtpSession } from './smtpSession.ts';

/** What the stages of an SMTP proof know from the start. */
export type SmtpContext = {
  delivery: SmtpDelivery;
  trustStore: TrustStore;
  now: () => Date;
  /** This machine's own name, for EHLO when the profile has none. */
  machineName: string;
};

/** What a stage works with, and the session that the stages of one proof hand on to each other. */
export type SmtpWork = StageWork & { state: SmtpSession };
export type RunSmtpStage = (work: SmtpWork, context: SmtpContext) => Promise<Finding | null>;

/** A finding of an SMTP stage, with the changes of the form that would solve it. */
export const smtpFinding = (
  { delivery }: SmtpContext,
  session: SmtpSession,
  code: FindingCode,
  parameters: Record<string, string> = {},
): Finding =>
  withFormChanges(
    makeFinding(code, { ...deliveryParameters(delivery), ...parameters }),
    delivery,
    session.seen,
  );

export type Answer = {
  stage: StageName;
  /** What was answered, without arguments; null: nothing, it is the greeting. */
  command: string | null;
  reply: SmtpReply;
  /** The only good code; left out: every 2yz is good. */
  wanted?: number;
};

/** Keeps a refusal as evidence and gives what it means. */
export const refusalFinding = (
  { delivery }: SmtpContext,
  { evidence, state }: SmtpWork,
  { stage, command, reply }: Answer,
): Finding => {
  const answer = toServerReply(command, reply);
  evidence.reply(answer);
  const parameters = deliveryParameters(delivery);
  // What the server said, not what may be shown of it: a password that is a word of the reply must not change the cause.
  const finding = isPositive(reply)
    ? makeFinding('replyNotSmtp', parameters)
    : diagnose({ protocol: 'smtp', stage, reply: answer, parameters });
  return withFormChanges(finding, delivery, state.seen);
};

/** Keeps a reply as evidence; one that is not good fails the stage with what it means. */
export const requireGood = (context: SmtpContext, work: SmtpWork, answer: Answer): void => {
  const { command, reply, wanted } = answer;
  const isGood = wanted === undefined ? isPositive(reply) : reply.code === wanted;
  if (!isGood) throw new StageFailure(refusalFinding(context, work, answer));
  work.evidence.reply(toServerReply(command, reply));
};
