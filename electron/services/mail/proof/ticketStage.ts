import { startExchange } from '../../../protocols/sasl/startExchange.ts';
import type { RunSmtpStage } from './smtpStage.ts';

/** Gets a ticket for the mail server, before anybody is spoken to: whoever has none disturbs nobody. */
export const runTicket: RunSmtpStage = async ({ state, evidence, signal }, context) => {
  const { authentication, host, port } = context.delivery.values;
  if (authentication.mode !== 'kerberos') return null;
  const { servicePrincipal } = authentication;
  evidence.fact('servicePrincipal', servicePrincipal ?? `smtp/${host}`);
  const peer = { service: 'smtp', host, port, endPoint: null, signal } as const;
  state.ticket = await startExchange({ mechanism: 'GSSAPI', servicePrincipal }, peer);
  return null;
};
