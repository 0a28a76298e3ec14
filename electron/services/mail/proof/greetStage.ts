import { setTimeout as delay } from 'node:timers/promises';
import { openSocket } from '../../../protocols/net/openSocket.ts';
import { secureSocket } from '../../../protocols/tls/secureSocket.ts';
import type { SmtpReply } from '../../../protocols/smtp/smtpReply.ts';
import { softwareIn } from '../../../protocols/smtp/software.ts';
import { StageFailure } from '../../proof/stage.ts';
import { requireGood, type RunSmtpStage, type SmtpContext, smtpFinding, type SmtpWork } from './smtpStage.ts';

/** A server that says nothing for this long may wait for TLS. Some greet late on purpose: they are still waited for. */
const silenceMs = 3_000;

/** True when the same port answers a TLS handshake on a connection of its own. */
const speaksTls = async (
  { state, signal }: SmtpWork,
  { delivery, trustStore }: SmtpContext,
): Promise<boolean> => {
  const { host, port, trust } = delivery.values;
  try {
    const socket = await openSocket(state.socket.remoteAddress ?? host, port, signal);
    const secured = await secureSocket(socket, { host, anchors: trustStore.anchorsOf(trust), signal });
    secured.destroy();
    return true;
  } catch (error) {
    // Whatever went wrong, TLS was not what the port waits for.
    if (error instanceof Error) return false;
    throw error;
  }
};

/** Never settles unless the silence of a server is explained by TLS: then it fails the stage. */
const explainSilence = async (work: SmtpWork, context: SmtpContext, over: AbortSignal): Promise<never> => {
  const never = new Promise<never>(() => undefined);
  const wait = Math.min(silenceMs, context.delivery.values.timeoutMs / 2);
  const isSilent = await delay(wait, true, { signal: over, ref: false }).catch(() => false);
  const probe = { ...work, signal: AbortSignal.any([work.signal, over]) };
  if (!isSilent || work.state.encrypted || !(await speaksTls(probe, context))) return never;
  // The server waits for TLS: a good-bye in the clear would get no answer.
  work.state.close();
  throw new StageFailure(smtpFinding(context, work.state, 'plainOnTlsPort'));
};

const awaitGreeting = async (work: SmtpWork, context: SmtpContext): Promise<SmtpReply> => {
  const over = new AbortController();
  try {
    return await Promise.race([work.state.dialogue.greeting(), explainSilence(work, context, over.signal)]);
  } finally {
    over.abort();
  }
};

/** Waits for the server's greeting (RFC 5321, 3.1). */
export const runGreet: RunSmtpStage = async (work, context) => {
  const reply = await awaitGreeting(work, context);
  requireGood(context, work, { stage: 'greet', command: null, reply, wanted: 220 });
  const text = reply.lines.join(' ');
  const software = softwareIn(text);
  work.evidence.fact('serverName', text.split(/\s/, 1)[0] ?? '');
  if (software !== null) work.evidence.fact('software', software);
  return null;
};
