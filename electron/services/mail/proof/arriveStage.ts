import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Finding } from '../../../contract/proof/finding.ts';
import { openImapMailbox } from '../../../protocols/imap/openImapMailbox.ts';
import type { FoundMessage, MailboxServer, OpenMailbox } from '../../../protocols/mailbox.ts';
import { MailboxRefusal } from '../../../protocols/mailbox.ts';
import { openPop3Mailbox } from '../../../protocols/pop3/openPop3Mailbox.ts';
import { SaslError } from '../../../protocols/sasl/saslError.ts';
import { secureSocket } from '../../../protocols/tls/secureSocket.ts';
import { diagnose } from '../../knowledge/diagnose.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { StageFailure } from '../../proof/stage.ts';
import { accountOf, type ResolvedArrival } from '../resolvedProfile.ts';
import { judgeServer } from '../../proof/judgeServer.ts';
import { mailboxTokenRefusal } from './mailboxTokenRefusal.ts';
import { renewRefusedToken } from './oauth/smtpTokens.ts';
import { writeMailboxToken } from './oauth/tokenFacts.ts';
import { accessTokenFor } from './oauth/tokenSession.ts';
import { toMailboxSignIn } from './signInWay.ts';
import type { ArrivalWait, SmtpSession } from './smtpSession.ts';
import type { RunSmtpStage, SmtpContext, SmtpWork } from './smtpStage.ts';
import { proofHeader } from './testMessage.ts';

const firstPauseMs = 200;
const longestPauseMs = 5_000;

type Arrival = { arrival: ResolvedArrival; server: MailboxServer; parameters: Record<string, string> };

/** What it means that the time was up, by what was waited for. */
export const arrivalTimeouts: Readonly<Record<ArrivalWait, FindingCode>> = {
  connection: 'connectionTimedOut',
  handshake: 'tlsHandshakeTimedOut',
  answer: 'replyTimedOut',
  message: 'messageNotArrived',
};

/** What the texts of findings name: here the mailbox's server, not the one that took the message. */
export const arrivalParameters = ({
  host,
  port,
  authentication,
}: ResolvedArrival): Record<string, string> => ({
  host,
  userName: accountOf(authentication),
  port: String(port),
});

const secureWith =
  ({ server, parameters }: Arrival, work: SmtpWork, { now }: SmtpContext) =>
  async (socket: Socket): Promise<Socket> => {
    const { signal, evidence, transcript, state } = work;
    const { host, anchors } = server;
    state.arrivalWait = 'handshake';
    const secured = await secureSocket(socket, { host, anchors, signal });
    state.arrivalWait = 'answer';
    const judged = { host, anchors, parameters, now: now(), evidence, transcript };
    const finding = judgeServer(secured, judged);
    if (finding?.severity !== 'error') return secured;
    secured.destroy();
    throw new StageFailure(finding);
  };

const openMailbox = async (arrival: Arrival, work: SmtpWork, context: SmtpContext): Promise<OpenMailbox> => {
  const { signal, state } = work;
  const onConnect = (): void => {
    state.arrivalWait = 'answer';
  };
  const { hide } = state;
  const options = { signal, onConnect, secure: secureWith(arrival, work, context), hide };
  return arrival.arrival.protocol === 'imap'
    ? openImapMailbox(arrival.server, options)
    : openPop3Mailbox(arrival.server, options);
};

/** Looks again and again, each time later, until it is there or the stage's time is up. */
const waitFor = async (
  mailbox: OpenMailbox,
  { state, signal }: SmtpWork,
  proofId: string,
): Promise<FoundMessage> => {
  const mark = { messageId: state.message.messageId, header: { name: proofHeader, value: proofId } };
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
    const found = await mailbox.find(mark);
    if (found !== null) return found;
    state.arrivalWait = 'message';
    await delay(pause, undefined, { signal });
  }
};

const refusalFinding = (
  { message, about, command }: MailboxRefusal,
  { arrival, parameters }: Arrival,
  { evidence }: SmtpWork,
): Finding => {
  const { protocol } = arrival;
  if (message !== '') evidence.reply({ command, code: null, enhanced: null, text: message });
  if (about === 'mechanism') return makeFinding('noCommonMechanism', parameters);
  if (about === 'encryption') return makeFinding('mailboxEncryptionNotOffered', parameters);
  const finding = diagnose({ protocol, stage: 'arrive', text: message, parameters });
  // What only the administrator can mend is not the password (RFC 5530, 3).
  const isRefused =
    about === 'signIn' && finding.code === 'mailboxServerRefuses' && !/\[CONTACTADMIN\]/i.test(message);
  const refused = isRefused ? makeFinding('mailboxSignInRefused', parameters) : finding;
  return mailboxTokenRefusal(arrival.authentication, refused, { about, message, parameters });
};

const look = async (arrival: Arrival, work: SmtpWork, context: SmtpContext): Promise<Finding | null> => {
  const { evidence } = work;
  const mailbox = await openMailbox(arrival, work, context);
  const start = performance.now();
  try {
    const { folder, isJunk } = await waitFor(mailbox, work, context.delivery.proofId);
    evidence.fact('mailbox', folder);
    evidence.fact('waitedMs', Math.round(performance.now() - start));
    return isJunk ? makeFinding('messageArrivedAsSpam', { ...arrival.parameters, folder }) : null;
  } finally {
    mailbox.close();
  }
};

const serverOf = (
  { host, port, encryption, trust, authentication }: ResolvedArrival,
  { tokens }: SmtpSession,
  { trustStore }: SmtpContext,
): MailboxServer => ({
  ...{ host, port, encryption, anchors: trustStore.anchorsOf(trust) },
  signIn: toMailboxSignIn(authentication, accessTokenFor(tokens, 'arrival')),
});

/** `refused`: what it means that the sign-in was. */
type Look = { refused: Finding } | { refused: null; finding: Finding | null };

const lookOnce = async (arrival: Arrival, work: SmtpWork, context: SmtpContext): Promise<Look> => {
  try {
    return { refused: null, finding: await look(arrival, work, context) };
  } catch (error) {
    if (error instanceof SaslError)
      return { refused: null, finding: makeFinding('authenticationExchangeRefused', arrival.parameters) };
    if (!(error instanceof MailboxRefusal)) throw error;
    const finding = refusalFinding(error, arrival, work);
    return error.about === 'signIn' ? { refused: finding } : { refused: null, finding };
  }
};

/**
 * Finds the message in the recipient's mailbox. A sign-in that was refused is not made a second time, but for a kept token
 * that could be renewed.
 */
export const runArrive: RunSmtpStage = async (work, context) => {
  const { arrival } = context.delivery.values;
  if (arrival === null) throw new Error('A proof until arrival has a mailbox to look into.');
  const server = serverOf(arrival, work.state, context);
  const parameters = arrivalParameters(arrival);
  work.evidence.fact('mailboxProtocol', arrival.protocol.toUpperCase());
  work.evidence.fact('messageId', work.state.message.messageId);
  work.evidence.fact('host', arrival.host);
  work.evidence.fact('port', arrival.port);
  const userName = accountOf(arrival.authentication);
  if (userName !== '') work.evidence.fact('userName', userName);
  writeMailboxToken(work.state.tokens, work.evidence);
  const found = await lookOnce({ arrival, server, parameters }, work, context);
  if (found.refused === null) return found.finding;
  const renewal = await renewRefusedToken(work, context, {
    ...{ use: 'arrival', stage: 'arrive', refused: found.refused },
  });
  if ('finding' in renewal) return renewal.finding;
  const again = { arrival, server: serverOf(arrival, work.state, context), parameters };
  const second = await lookOnce(again, work, context);
  return second.refused ?? second.finding;
};
