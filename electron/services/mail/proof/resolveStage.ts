import { resolveHost } from '../../../protocols/dns/resolveHost.ts';
import { smtpFinding, type RunSmtpStage } from './smtpStage.ts';

/** Finds the server's addresses. */
export const runResolve: RunSmtpStage = async ({ state, evidence }, context) => {
  const { host } = context.delivery.values;
  evidence.fact('host', host);
  const { addresses, resolvers } = await resolveHost(host);
  if (resolvers.length > 0) evidence.fact('resolver', resolvers);
  if (addresses.length === 0) return smtpFinding(context, state, { code: 'hostHasNoAddress' });
  evidence.fact('addresses', addresses);
  state.addresses = addresses;
  return null;
};
