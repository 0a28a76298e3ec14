import { openTicket } from './exchangeSignIn.ts';
import { type RunWebStage, serverOf, urlOf } from './webStage.ts';
import type { ResolvedExchange } from '../../resolvedProfile.ts';

/** Gets a ticket for the web service, before anybody is spoken to. */
export const runWebTicket: RunWebStage<ResolvedExchange> = async ({ state, evidence }, context) => {
  const { values } = context.delivery;
  if (values.authentication.mode !== 'kerberos') return null;
  const { servicePrincipal } = values.authentication;
  const { host } = serverOf(urlOf(values));
  evidence.fact('servicePrincipal', servicePrincipal ?? `HTTP/${host}`);
  state.ticket = await openTicket(host, servicePrincipal);
  return null;
};
