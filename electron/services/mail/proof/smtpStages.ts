import type { StageName } from '../../../contract/proof/proof.ts';
import type { Stage } from '../../proof/stage.ts';
import { runAuthenticate } from './authenticateStage.ts';
import { runConnect } from './connectStage.ts';
import { runDeliver } from './deliverStage.ts';
import { runEnvelope } from './envelopeStage.ts';
import { runGreet } from './greetStage.ts';
import { runIdentify } from './identifyStage.ts';
import { runResolve } from './resolveStage.ts';
import { runSecure } from './secureStage.ts';
import type { SmtpSession } from './smtpSession.ts';
import type { RunSmtpStage, SmtpContext, SmtpWork } from './smtpStage.ts';

type Named = readonly [name: StageName, run: RunSmtpStage, wanted?: boolean];

const namedStages = ({ delivery: { values, until } }: SmtpContext): Named[] => {
  const secure: Named = ['secure', runSecure, values.encryption !== 'none'];
  const greet: Named = ['greet', runGreet];
  return [
    ['resolve', runResolve],
    ['connect', runConnect],
    ...(values.encryption === 'tls' ? [secure, greet] : [greet, secure]),
    ['identify', runIdentify],
    ['authenticate', runAuthenticate, values.authentication.mode === 'password'],
    ['envelope', runEnvelope],
    ['deliver', runDeliver, until !== 'envelope'],
  ];
};

/** Runs a stage in the session, and takes leave of the server when it was the last one or has failed. */
const inSession = async (
  run: RunSmtpStage,
  work: SmtpWork,
  context: SmtpContext,
  isLast: boolean,
): ReturnType<RunSmtpStage> => {
  work.state.transcript = work.transcript;
  let leaves = true;
  try {
    const finding = await run(work, context);
    leaves = isLast || finding?.severity === 'error';
    return finding;
  } finally {
    if (leaves) await work.state.leave();
  }
};

/**
 * The stages of handing a message to an SMTP server: resolve, connect, greet, secure, identify, authenticate, envelope,
 * deliver; with TLS from the start `secure` comes before `greet`.
 */
export const createSmtpStages = (context: SmtpContext): Stage<SmtpSession>[] => {
  const stages = namedStages(context);
  const last = stages.findLast(([, , wanted = true]) => wanted);
  return stages.map(([name, run, wanted = true]) => ({
    name,
    wanted,
    timeoutMs: context.delivery.values.timeoutMs,
    run: (work) => inSession(run, work, context, name === last?.[0]),
  }));
};
