import { showTicket } from '../ticketFacts.ts';
import { openTicket } from './exchangeSignIn.ts';
import { type RunWebStage, serverOf, urlOf } from './webStage.ts';
import type { ResolvedExchange } from '../../resolvedProfile.ts';

/** Gets a ticket for the web service, before anybody is spoken to. */
export const runWebTicket: RunWebStage<ResolvedExchange> = async (work, context) => {
  const { state, evidence } = work;
  const { values } = context.delivery;
  if (values.authentication.mode !== 'kerberos') return null;
  const { servicePrincipal } = values.authentication;
  const { host } = serverOf(urlOf(values));
  const principal = servicePrincipal ?? `HTTP/${host}`;
  evidence.fact('servicePrincipal', principal);
  state.ticket = await openTicket(host, servicePrincipal);
  await showTicket(principal, work, context.findTicket);
  return null;
};
