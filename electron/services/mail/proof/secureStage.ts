import type { Socket } from 'node:net';
import type { Finding } from '../../../contract/proof/finding.ts';
import { isNoTls } from '../../../protocols/tls/answerToTls.ts';
import { secureSocket } from '../../../protocols/tls/secureSocket.ts';
import { sessionTicket } from '../../../protocols/tls/sessionTicket.ts';
import { StageFailure } from '../../proof/stage.ts';
import { sayHello } from './hello.ts';
import { judgeServer } from '../../proof/judgeServer.ts';
import { requireMailServer } from './requireMailServer.ts';
import { withSameServer } from './sameServer.ts';
import { deliveryParameters } from './smtpDelivery.ts';
import { requireGood, type RunSmtpStage, type SmtpContext, smtpFinding, type SmtpWork } from './smtpStage.ts';

/** Makes the handshake and judges the certificate; nothing is sent to a server whose certificate is not right. */
const secure = async (work: SmtpWork, context: SmtpContext, socket: Socket) => {
  const { host, trust } = context.delivery.values;
  const anchors = context.trustStore.anchorsOf(trust);
  const secured = await secureSocket(socket, { host, anchors, signal: work.signal });
  work.state.socket = secured;
  const { evidence, transcript } = work;
  const parameters = deliveryParameters(context.delivery);
  const finding = judgeServer(secured, {
    ...{ host, anchors, parameters, evidence, transcript },
    now: context.now(),
  });
  if (finding?.severity === 'error')
    throw new StageFailure(await withSameServer(finding, secured.remoteAddress));
  work.state.encrypted = true;
  return { secured, finding };
};

const secureFromStart = async (work: SmtpWork, context: SmtpContext): Promise<Finding | null> => {
  const { state } = work;
  const address = state.socket.remoteAddress ?? context.delivery.values.host;
  state.isSecuring = true;
  try {
    const { secured, finding } = await secure(work, context, state.socket);
    state.startDialogue();
    await sessionTicket(secured);
    return finding;
  } catch (error) {
    if (isNoTls(error)) await requireMailServer({ address, signal: work.signal }, work, context);
    throw error;
  }
};

/** A firewall that looks into SMTP puts letters X in the place of what it will not let through (Cisco ESMTP inspection). */
const isHidden = (keyword: string): boolean => /^X{4,}[A-Z]?$/.test(keyword);

const withoutStarttls = ({ state, evidence }: SmtpWork, context: SmtpContext): Finding => {
  evidence.fact('encrypted', false);
  if (context.delivery.values.encryption === 'starttlsIfOffered')
    return smtpFinding(context, state, { code: 'encryptionNotOffered' });
  const hidden = [...state.ehlo.extensions.keys()].some(isHidden);
  return smtpFinding(context, state, { code: hidden ? 'starttlsHidden' : 'starttlsNotOffered' });
};

const secureByStarttls = async (work: SmtpWork, context: SmtpContext): Promise<Finding | null> => {
  const { state, evidence } = work;
  state.ehlo = await sayHello(work, context);
  evidence.fact('extensionsBeforeTls', [...state.ehlo.lines]);
  if (!state.ehlo.extensions.has('STARTTLS')) return withoutStarttls(work, context);
  state.isSecuring = true;
  const reply = await state.dialogue.command('STARTTLS');
  requireGood(context, work, { stage: 'secure', command: 'STARTTLS', reply, wanted: 220 });
  const { secured, finding } = await secure(work, context, state.dialogue.release());
  state.dialogue.resume(secured);
  await sessionTicket(secured);
  return finding;
};

/** Encrypts the connection: at once, or with STARTTLS (RFC 8314, RFC 3207). */
export const runSecure: RunSmtpStage = (work, context) =>
  context.delivery.values.encryption === 'tls'
    ? secureFromStart(work, context)
    : secureByStarttls(work, context);
