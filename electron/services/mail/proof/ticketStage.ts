import { startExchange } from '../../../protocols/sasl/startExchange.ts';
import type { RunSmtpStage } from './smtpStage.ts';
import { showTicket } from './ticketFacts.ts';

/** Gets a ticket for the mail server, before anybody is spoken to: whoever has none disturbs nobody. */
export const runTicket: RunSmtpStage = async (work, context) => {
  const { state, evidence, signal } = work;
  const { authentication, host, port } = context.delivery.values;
  if (authentication.mode !== 'kerberos') return null;
  const { servicePrincipal } = authentication;
  const principal = servicePrincipal ?? `smtp/${host}`;
  evidence.fact('servicePrincipal', principal);
  const peer = { service: 'smtp', host, port, endPoint: null, signal } as const;
  state.ticket = await startExchange({ mechanism: 'GSSAPI', servicePrincipal }, peer);
  await showTicket(principal, work, context.findTicket);
  return null;
};
