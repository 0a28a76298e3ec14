import type { Finding } from '../../../contract/proof/finding.ts';
import { serverEndPoint } from '../../../protocols/sasl/serverEndPoint.ts';
import type { SignIn, TokenSignIn } from '../../../protocols/sasl/signIn.ts';
import { startExchange } from '../../../protocols/sasl/startExchange.ts';
import { signIn as signInOnce, type SignInCourse } from '../../../protocols/smtp/signIn.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { isApplicationOfTenant } from '../../oauth/resolvedClient.ts';
import { accountOf, type ResolvedSignIn } from '../resolvedProfile.ts';
import { renewRefusedToken } from './oauth/smtpTokens.ts';
import { accessTokenFor } from './oauth/tokenSession.ts';
import { toServerReply } from './serverReply.ts';
import { chooseSignIn, demandedMechanism } from './signInWay.ts';
import {
  refusalFinding,
  type RunSmtpStage,
  type SmtpContext,
  smtpFinding,
  type SmtpWork,
} from './smtpStage.ts';

/** A ticket is of no use to who overhears it, nor is what it signs. */
const mayGoInTheClear = ({ mode }: ResolvedSignIn): boolean => mode === 'kerberos';

/** What keeps a sign-in off this connection; null: nothing. */
const obstacle = (signIn: ResolvedSignIn, { state }: SmtpWork, context: SmtpContext): Finding | null => {
  const { encryption } = context.delivery.values;
  const { mechanisms } = state.ehlo;
  const isClear = !state.encrypted && !mayGoInTheClear(signIn);
  if (isClear && signIn.mode === 'oauth2')
    return smtpFinding(context, state, { code: 'tokenWouldTravelUnencrypted' });
  // In the clear only where the person chose exactly that: what an attacker strips away is no choice.
  if (isClear && encryption !== 'none')
    return smtpFinding(context, state, { code: 'passwordWouldTravelUnencrypted' });
  return mechanisms.length === 0 ? smtpFinding(context, state, { code: 'authenticationNotOffered' }) : null;
};

const withoutMechanism = (signIn: ResolvedSignIn, { state }: SmtpWork, context: SmtpContext): Finding => {
  const { mechanisms } = state.ehlo;
  const mechanism = demandedMechanism(signIn, mechanisms);
  const parameters = { mechanisms: mechanisms.join(', ') };
  return mechanism === null
    ? smtpFinding(context, state, { code: 'noCommonMechanism', parameters })
    : smtpFinding(context, state, {
        ...{ code: 'mechanismNotOffered', parameters: { ...parameters, mechanism } },
      });
};

/** True when the last reply says nothing about the account: it never got the answer, or only acknowledges the end (501). */
const wasCutShort = ({ brokenOff, verdict: { code } }: SignInCourse): boolean =>
  brokenOff === 'asksForMore' ? code < 400 || code === 500 || code === 501 : brokenOff !== null;

/** What is worth a warning although it worked. */
const clearWarning = (signIn: SignIn, { state }: SmtpWork, context: SmtpContext): Finding | null => {
  if (state.encrypted || signIn.mechanism === 'GSSAPI') return null;
  const code = signIn.mechanism === 'NTLM' ? 'ntlmWithoutTls' : 'passwordWithoutEncryption';
  return smtpFinding(context, state, { code });
};

/** How one attempt ended; `isRefused`: the server knows who it is, and says no for good. */
type Attempt = { finding: Finding | null; isRefused: boolean };

const attempt = async (signIn: SignIn, work: SmtpWork, context: SmtpContext): Promise<Attempt> => {
  const { state, evidence, signal } = work;
  evidence.fact('mechanism', signIn.mechanism);
  const { host, port } = context.delivery.values;
  const peer = { service: 'smtp', host, port, endPoint: serverEndPoint(state.socket), signal } as const;
  const exchange = state.ticket ?? (await startExchange(signIn, peer));
  state.ticket = null;
  const course = await signInOnce(state.dialogue, exchange);
  const { command, challenges, verdict: reply } = course;
  for (const challenge of challenges) evidence.reply(toServerReply(command, challenge));
  const isCut = wasCutShort(course);
  if (reply.code !== 235 && !isCut) {
    const finding = refusalFinding(context, work, { stage: 'authenticate', command, reply });
    return { finding, isRefused: reply.code >= 500 };
  }
  evidence.reply(toServerReply(command, reply));
  const finding = isCut
    ? smtpFinding(context, state, { code: 'authenticationExchangeRefused' })
    : clearWarning(signIn, work, context);
  return { finding, isRefused: false };
};

/** What Exchange Online says of every application that it has not let into the mailbox, whose token is right. */
const applicationRefusals: ReadonlySet<string> = new Set<FindingCode>([
  ...(['exchangeOnlineSignInRefused', 'tokenRefused', 'wrongCredentials'] as const),
]);

const tokenFinding = (finding: Finding | null, work: SmtpWork, context: SmtpContext): Finding | null => {
  const { authentication } = context.delivery.values;
  if (finding === null || authentication.mode !== 'oauth2') return finding;
  const { client, userName: mailbox } = authentication;
  if (!isApplicationOfTenant(client) || !applicationRefusals.has(finding.code)) return finding;
  const parameters = { clientId: client.clientId, mailbox };
  return smtpFinding(context, work.state, { code: 'exchangeApplicationNotAdmitted', parameters });
};

/** A kept token that is refused is renewed once, and sent once more. */
const attemptToken = async (
  signIn: TokenSignIn,
  work: SmtpWork,
  context: SmtpContext,
): Promise<Finding | null> => {
  const first = await attempt(signIn, work, context);
  if (first.finding === null || !first.isRefused) return first.finding;
  const renewal = await renewRefusedToken(work, context, {
    ...{ use: 'send', stage: 'authenticate', refused: first.finding },
  });
  if ('finding' in renewal) return tokenFinding(renewal.finding, work, context);
  const { accessToken } = renewal;
  const { finding } = await attempt({ ...signIn, accessToken }, work, context);
  return tokenFinding(finding, work, context);
};

const signInBy = async (signIn: SignIn, work: SmtpWork, context: SmtpContext): Promise<Finding | null> =>
  'accessToken' in signIn
    ? attemptToken(signIn, work, context)
    : (await attempt(signIn, work, context)).finding;

/**
 * Signs in: one mechanism, one attempt, whatever the answer is (repeating would lock the account); of a kept token, a
 * second one with a new token.
 */
export const runAuthenticate: RunSmtpStage = async (work, context) => {
  const { authentication } = context.delivery.values;
  if (authentication.mode === 'none') return null;
  const { evidence, state } = work;
  if (accountOf(authentication) !== '') evidence.fact('userName', accountOf(authentication));
  if ('source' in authentication) evidence.fact('credentialSource', authentication.source);
  evidence.fact('encrypted', state.encrypted);
  evidence.fact('mechanisms', [...state.ehlo.mechanisms]);
  const found = obstacle(authentication, work, context);
  if (found !== null) return found;
  const { mechanisms } = state.ehlo;
  const accessToken = accessTokenFor(state.tokens, 'send');
  const signIn = chooseSignIn(authentication, accessToken, { mechanisms, encrypted: state.encrypted });
  return signIn === null ? withoutMechanism(authentication, work, context) : signInBy(signIn, work, context);
};
