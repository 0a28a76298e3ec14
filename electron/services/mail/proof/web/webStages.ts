import type { Stage } from '../../../proof/stage.ts';
import type { ResolvedExchange, ResolvedMicrosoft365 } from '../../resolvedProfile.ts';
import { runExchangeAuthenticate, runExchangeDeliver, runFolder, runVersion } from './exchangeStages.ts';
import { runGraphDeliver } from './graphDeliver.ts';
import { runGraphMailbox } from './graphMailbox.ts';
import { runConnect, runResolve, runSecure } from './reachStages.ts';
import { runWebTicket } from './ticketStage.ts';
import type { WebSession } from './webSession.ts';
import type { RunWebStage, WebContext } from './webStage.ts';

type Named<Values> = readonly [name: Stage['name'], run: RunWebStage<Values>, wanted?: boolean];

const toStages = <Values extends ResolvedExchange | ResolvedMicrosoft365>(
  named: readonly Named<Values>[],
  context: WebContext<Values>,
  state: WebSession,
): Stage[] =>
  named.map(([name, run, wanted = true]) => ({
    ...{ name, wanted, timeoutMs: context.delivery.values.timeoutMs },
    run: (work) => run({ ...work, state }, context),
  }));

const reaching = [
  ['resolve', runResolve],
  ['connect', runConnect],
  ['secure', runSecure],
] as const;

/** The stages of handing a message to Microsoft Graph, after those of its token. */
export const createGraphStages = (
  context: WebContext<ResolvedMicrosoft365>,
  session: WebSession,
): Stage[] => {
  const { until, asksFirst } = context.delivery;
  const mailbox: readonly Named<ResolvedMicrosoft365>[] = asksFirst ? [['mailbox', runGraphMailbox]] : [];
  return toStages<ResolvedMicrosoft365>(
    [...reaching, ...mailbox, ['deliver', runGraphDeliver, until !== 'envelope']],
    context,
    session,
  );
};

/** The stages of handing a message to Exchange Web Services, after those of a token where it takes one. */
export const createExchangeStages = (context: WebContext<ResolvedExchange>, session: WebSession): Stage[] => {
  const { values, until } = context.delivery;
  const ticket: readonly Named<ResolvedExchange>[] =
    values.authentication.mode === 'kerberos' ? [['ticket', runWebTicket]] : [];
  return toStages<ResolvedExchange>(
    [
      ...ticket,
      ...reaching,
      ['authenticate', runExchangeAuthenticate],
      ['version', runVersion],
      ['folder', runFolder],
      ['deliver', runExchangeDeliver, until !== 'envelope'],
    ],
    context,
    session,
  );
};
