import type { Finding } from '../../../contract/proof/finding.ts';
import { chooseMechanism } from '../../../protocols/sasl/passwordMechanisms.ts';
import { serverEndPoint } from '../../../protocols/sasl/serverEndPoint.ts';
import { startExchange } from '../../../protocols/sasl/startExchange.ts';
import { signIn, type SignInCourse } from '../../../protocols/smtp/signIn.ts';
import type { ResolvedAuthentication } from '../resolvedProfile.ts';
import { toServerReply } from './serverReply.ts';
import {
  refusalFinding,
  type RunSmtpStage,
  type SmtpContext,
  smtpFinding,
  type SmtpWork,
} from './smtpStage.ts';

type PasswordSignIn = Extract<ResolvedAuthentication, { mode: 'password' }>;

/** Why no password may be sent on this connection; null: it may. */
const obstacle = ({ state }: SmtpWork, context: SmtpContext): Finding | null => {
  const { encryption } = context.delivery.values;
  const { mechanisms } = state.ehlo;
  // In the clear only where the person chose exactly that: what an attacker strips away is no choice.
  if (!state.encrypted && encryption !== 'none')
    return smtpFinding(context, state, { code: 'passwordWouldTravelUnencrypted' });
  if (mechanisms.length === 0) return smtpFinding(context, state, { code: 'authenticationNotOffered' });
  return chooseMechanism(mechanisms, state.encrypted) === null
    ? smtpFinding(context, state, {
        code: 'noCommonMechanism',
        parameters: { mechanisms: mechanisms.join(', ') },
      })
    : null;
};

/** True when the last reply says nothing about the account: it never got the answer, or only acknowledges the end (501). */
const wasCutShort = ({ brokenOff, verdict: { code } }: SignInCourse): boolean =>
  brokenOff === 'asksForMore' ? code < 400 || code === 500 || code === 501 : brokenOff !== null;

const attempt = async (
  work: SmtpWork,
  context: SmtpContext,
  { userName, password }: PasswordSignIn,
): Promise<Finding | null> => {
  const { state, evidence, signal } = work;
  const mechanism = chooseMechanism(state.ehlo.mechanisms, state.encrypted);
  if (mechanism === null) throw new Error('Choose a mechanism first.');
  evidence.fact('mechanism', mechanism);
  const { host, port } = context.delivery.values;
  const peer = { service: 'smtp', host, port, endPoint: serverEndPoint(state.socket), signal } as const;
  const exchange = await startExchange({ mechanism, userName, password }, peer);
  const course = await signIn(state.dialogue, exchange);
  const { command, challenges, verdict: reply } = course;
  for (const challenge of challenges) evidence.reply(toServerReply(command, challenge));
  const isCut = wasCutShort(course);
  if (reply.code !== 235 && !isCut)
    return refusalFinding(context, work, { stage: 'authenticate', command, reply });
  evidence.reply(toServerReply(command, reply));
  if (isCut) return smtpFinding(context, state, { code: 'authenticationExchangeRefused' });
  return state.encrypted ? null : smtpFinding(context, state, { code: 'passwordWithoutEncryption' });
};

/** Signs in: one mechanism, one attempt, whatever the answer is (repeating would lock the account). */
export const runAuthenticate: RunSmtpStage = async (work, context) => {
  const { authentication } = context.delivery.values;
  if (authentication.mode === 'none') return null;
  work.evidence.fact('userName', authentication.userName);
  work.evidence.fact('credentialSource', authentication.source);
  work.evidence.fact('encrypted', work.state.encrypted);
  work.evidence.fact('mechanisms', [...work.state.ehlo.mechanisms]);
  return obstacle(work, context) ?? (await attempt(work, context, authentication));
};
