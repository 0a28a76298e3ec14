import { isFailure } from '../../contract/failures.ts';
import type { NoticeResult } from '../../contract/notices/notice.ts';
import type { Finding } from '../../contract/proof/finding.ts';
import type { StageName } from '../../contract/proof/proof.ts';
import { type FindingCode, findingTable } from '../knowledge/findingTable.ts';
import { oauthFindings } from '../knowledge/oauthFindings.ts';
import { tokenStages } from '../mail/proof/oauth/explainTokenError.ts';
import { MessageNotSent } from '../mail/sendMessage.ts';

/**
 * What is done after an attempt that failed: `retry` later by itself; `giveUp`; or `stop`: send nothing more until the
 * mail profile is changed, because another refused sign-in could lock the account.
 */
export type NextStep = 'retry' | 'giveUp' | 'stop';

const situations: Readonly<Record<string, { permanent: boolean } | undefined>> = findingTable;

/** Ways in which nobody but a person sends a password; what they do about a refusal changes no profile. */
const flowsOfPeople: ReadonlySet<string> = new Set(['authorizationCode', 'deviceCode']);

/** The way to the provider says nothing of the sign-in; a locked account would only be locked for longer. */
const isRefusedToken = ({ code, who, permanent, parameters }: Finding): boolean =>
  code in oauthFindings &&
  who !== 'network' &&
  code !== 'proxySignInNeeded' &&
  (permanent || code === 'entraAccountLocked') &&
  !flowsOfPeople.has(parameters['flow'] ?? '');

/** What stands before a web service, or another address than its own, answers whoever comes: nobody's sign-in was refused. */
const beforeSignIn: ReadonlySet<string> = new Set<FindingCode>([
  ...(['ewsUrlWrong', 'ewsRefused', 'ewsDisabled', 'ewsMethodNotOffered'] as const),
]);

/** A server may answer a wrong password with a temporary code: then the situation decides, not the code. */
const isRefusedSignIn = (stage: StageName, { code, permanent }: Finding): boolean =>
  stage === 'authenticate' && !beforeSignIn.has(code) && (permanent || situations[code]?.permanent !== false);

/** Web services look at who sends and at the message in one request. */
const webCommands: readonly string[] = ['sendMail', 'EWS'];

/** What they find wrong with who sends, whatever the message. */
const aboutSender: ReadonlySet<string> = new Set<FindingCode>([
  ...(['graphTokenRefused', 'graphPermissionMissing', 'graphApplicationPolicy'] as const),
  ...(['graphMailboxMissing', 'exchangeOnlineSendAsDenied', 'sendAsDenied', 'submissionNotAllowed'] as const),
]);

const isAboutSender = ({ finding: { code }, reply }: MessageNotSent): boolean =>
  code in oauthFindings || (webCommands.includes(reply?.command ?? '') && aboutSender.has(code));

/** Only a server that was asked to take this message can refuse it for good; not to reach it says nothing of the message. */
const isRefusedMessage = (refused: MessageNotSent): boolean => {
  const { stage, finding } = refused;
  return finding.permanent && (stage === 'envelope' || (stage === 'deliver' && !isAboutSender(refused)));
};

const nextStepOf = (refused: MessageNotSent): NextStep => {
  const { stage, finding } = refused;
  const isStopped = tokenStages.includes(stage) ? isRefusedToken(finding) : isRefusedSignIn(stage, finding);
  if (isStopped) return 'stop';
  return isRefusedMessage(refused) ? 'giveUp' : 'retry';
};

/** For how long the server asks to be left alone (Retry-After, BackOffMilliseconds), in ms; 0: it does not. */
const askedPauseMs = ({ parameters }: Finding): number => {
  const seconds = parameters['seconds'] ?? '';
  return /^\d+$/.test(seconds) ? Number(seconds) * 1_000 : 0;
};

export type JudgedSending = {
  result: NoticeResult;
  next: NextStep;
  /** It is not tried again before that many milliseconds have passed. */
  pauseMs: number;
};

/** What an error of sending says in the delivery log, and what is done next. */
export const judgeSending = (error: unknown): JudgedSending => {
  if (error instanceof MessageNotSent) {
    const { stage, reply } = error;
    // As when it kept the profile from being read: the mail is due as soon as the vault is open.
    if (error.finding.code === 'vaultLocked')
      return { result: { outcome: 'notPossible', failure: 'VAULT_LOCKED' }, next: 'retry', pauseMs: 0 };
    // Changes of a form are of no use here, and may carry whole certificates.
    const finding = { ...error.finding, changes: [] };
    const pauseMs = askedPauseMs(finding);
    return { result: { outcome: 'refused', stage, finding, reply }, next: nextStepOf(error), pauseMs };
  }
  const failure = isFailure(error) ? String(error.code) : 'INTERNAL';
  return { result: { outcome: 'notPossible', failure }, next: 'retry', pauseMs: 0 };
};
