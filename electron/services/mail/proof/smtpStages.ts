import type { StageName } from '../../../contract/proof/proof.ts';
import type { Stage } from '../../proof/stage.ts';
import { runArrive } from './arriveStage.ts';
import { runAuthenticate } from './authenticateStage.ts';
import { runConnect } from './connectStage.ts';
import { runDeliver } from './deliverStage.ts';
import { runEnvelope } from './envelopeStage.ts';
import { runGreet } from './greetStage.ts';
import { runIdentify } from './identifyStage.ts';
import { tokenContext } from './oauth/smtpTokens.ts';
import { createTokenStages } from './oauth/tokenStages.ts';
import { runResolve } from './resolveStage.ts';
import { runSecure } from './secureStage.ts';
import type { SmtpSession } from './smtpSession.ts';
import type { RunSmtpStage, SmtpContext } from './smtpStage.ts';
import { runTicket } from './ticketStage.ts';

type Named = readonly [name: StageName, run: RunSmtpStage, wanted?: boolean];

const namedStages = ({ delivery: { values, until } }: SmtpContext): Named[] => {
  const secure: Named = ['secure', runSecure, values.encryption !== 'none'];
  const greet: Named = ['greet', runGreet];
  return [
    ...(values.authentication.mode === 'kerberos' ? ([['ticket', runTicket]] as const) : []),
    ['resolve', runResolve],
    ['connect', runConnect],
    ...(values.encryption === 'tls' ? [secure, greet] : [greet, secure]),
    ['identify', runIdentify],
    ['authenticate', runAuthenticate, values.authentication.mode !== 'none'],
    ['envelope', runEnvelope],
    ['deliver', runDeliver, until !== 'envelope'],
  ];
};

const arriveStage = (context: SmtpContext, session: SmtpSession): Stage[] => {
  const { values, until } = context.delivery;
  if (values.arrival === null) return [];
  const run: Stage['run'] = (work) => runArrive({ ...work, state: session }, context);
  return [{ name: 'arrive', wanted: until === 'arrive', timeoutMs: values.timeoutMs, run }];
};

/**
 * The stages of handing a message to an SMTP server: those of the tokens that it takes, resolve, connect, greet, secure, identify, authenticate, envelope,
 * deliver, and arrive where a mailbox can be looked into; with TLS from the start `secure` comes before `greet`.
 * @param session closed by whoever runs the stages.
 */
export const createSmtpStages = (context: SmtpContext, session: SmtpSession): Stage[] => {
  const stages = namedStages(context);
  const last = stages.findLast(([, , wanted = true]) => wanted);
  const smtp = stages.map(([name, run, wanted = true]): Stage => ({
    ...{ name, wanted },
    timeoutMs: context.delivery.values.timeoutMs,
    run: (work) => {
      session.transcript = work.transcript;
      return run({ ...work, state: session }, context);
    },
    after: async (status) => {
      if (status === 'failed' || name === last?.[0]) await session.leave();
    },
  }));
  const tokens = createTokenStages(tokenContext(context, session), session.tokens);
  return [...tokens, ...smtp, ...arriveStage(context, session)];
};
