import { setTimeout as delay } from 'node:timers/promises';
import type { SmtpReply } from '../../../protocols/smtp/smtpReply.ts';
import { softwareIn } from '../../../protocols/smtp/software.ts';
import { answerToTls } from '../../../protocols/tls/answerToTls.ts';
import { StageFailure } from '../../proof/stage.ts';
import { requireMailServer } from './requireMailServer.ts';
import { requireGood, type RunSmtpStage, type SmtpContext, smtpFinding, type SmtpWork } from './smtpStage.ts';

/** A server that says nothing for this long may wait for TLS. Some greet late on purpose: they are still waited for. */
const silenceMs = 3_000;

/** Never settles unless the port is seen to wait for TLS, or for something that is not mail: then it fails the stage. */
const explainSilence = async (work: SmtpWork, context: SmtpContext, over: AbortSignal): Promise<never> => {
  const never = new Promise<never>(() => undefined);
  const { host, port, timeoutMs, trust } = context.delivery.values;
  const wait = Math.min(silenceMs, timeoutMs / 2);
  const isSilent = await delay(wait, true, { signal: over, ref: false }).catch(() => false);
  const address = work.state.socket.remoteAddress ?? host;
  const signal = AbortSignal.any([work.signal, over]);
  if (!isSilent || work.state.encrypted) return never;
  const anchors = context.trustStore.anchorsOf(trust);
  const answer = await answerToTls({ address, port }, { host, anchors, signal });
  if (answer === 'other') await requireMailServer({ address, signal }, work, context);
  if (answer !== 'tls') return never;
  // The server waits for TLS: a good-bye in the clear would get no answer.
  work.state.close();
  throw new StageFailure(smtpFinding(context, work.state, { code: 'plainOnTlsPort' }));
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
