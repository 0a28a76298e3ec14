import type { ServerReply } from '../../../contract/proof/evidence.ts';
import type { Finding } from '../../../contract/proof/finding.ts';
import type { FindTicket } from '../../../protocols/kerberos/listTickets.ts';
import type { FindProxy } from '../../../protocols/net/systemProxy.ts';
import { isPositive, type SmtpReply } from '../../../protocols/smtp/smtpReply.ts';
import type { TrustStore } from '../../../protocols/tls/trustStore.ts';
import { diagnose } from '../../knowledge/diagnose.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { StageName } from '../../../contract/proof/proof.ts';
import { StageFailure, type StageWork } from '../../proof/stage.ts';
import type { TokenService } from '../../oauth/tokenService.ts';
import type { ConnectionLimit } from './connectionLimit.ts';
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
  connections: ConnectionLimit;
  tokens: Pick<TokenService, 'findEndpoints' | 'getToken'>;
  /** How this machine goes to a provider of tokens. */
  findProxy: FindProxy;
  findTicket: FindTicket;
};

/** What a stage works with, and the session that the stages of one proof hand on to each other. */
export type SmtpWork = StageWork & { state: SmtpSession };
export type RunSmtpStage = (work: SmtpWork, context: SmtpContext) => Promise<Finding | null>;

type Situation = { code: FindingCode; parameters?: Record<string, string> };

/** A finding of an SMTP stage, with the changes of the form that would solve it. */
export const smtpFinding = (
  { delivery }: SmtpContext,
  { seen }: SmtpSession,
  { code, parameters = {} }: Situation,
): Finding =>
  withFormChanges(makeFinding(code, { ...deliveryParameters(delivery), ...parameters }), delivery, seen);

export type Answer = {
  stage: StageName;
  /** What was answered, without arguments; null: nothing, it is the greeting. */
  command: string | null;
  reply: SmtpReply;
  /** The only good code; left out: every 2yz is good. */
  wanted?: number;
};

/** What a refusal means when it denies what the server itself had offered: it is asked for only then. */
const offeredBefore: Partial<Record<string, FindingCode>> = {
  starttlsNotOffered: 'starttlsRefused',
  authenticationNotOffered: 'authenticationRefused',
};

const meaningOf = (stage: StageName, reply: ServerReply, parameters: Record<string, string>): Finding => {
  // 2yz and 3yz refuse nothing: they are no answer to what was asked.
  if (reply.code !== null && reply.code < 400) return makeFinding('replyNotSmtp', parameters);
  const finding = diagnose({ protocol: 'smtp', stage, reply, parameters });
  const code = stage === 'envelope' ? undefined : offeredBefore[finding.code];
  return code === undefined ? finding : { ...makeFinding(code, parameters), permanent: finding.permanent };
};

/** Keeps a refusal as evidence and gives what it means. */
export const refusalFinding = (
  { delivery }: SmtpContext,
  { evidence, state }: SmtpWork,
  { stage, command, reply }: Answer,
): Finding => {
  const answer = toServerReply(command, reply);
  evidence.reply(answer);
  // What the server said, not what may be shown of it: a password that is a word of the reply must not change the cause.
  return withFormChanges(meaningOf(stage, answer, deliveryParameters(delivery)), delivery, state.seen);
};

/** Keeps a reply as evidence; one that is not good fails the stage with what it means. */
export const requireGood = (context: SmtpContext, work: SmtpWork, answer: Answer): void => {
  const { command, reply, wanted } = answer;
  const isGood = wanted === undefined ? isPositive(reply) : reply.code === wanted;
  if (!isGood) throw new StageFailure(refusalFinding(context, work, answer));
  work.evidence.reply(toServerReply(command, reply));
};
