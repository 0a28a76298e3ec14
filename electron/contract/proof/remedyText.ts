import type { Finding } from './finding.ts';
import type { Say } from './say.ts';

/** Where a proxy may be all that is missing. */
const closedNetworkCodes: ReadonlySet<string> = new Set(['providerUnreachable', 'providerNotResolved']);

/**
 * What to do about a finding. Where the parameter `proxyIgnored` names settings for a proxy that were not followed, a
 * second line says so, who acts and how: they may be all that is wrong. Where none was, but a provider lies beyond the network,
 * that line tells how a proxy is set. `say` knows `findings` and `proof`.
 */
export const remedyText = ({ code, parameters }: Pick<Finding, 'code' | 'parameters'>, say: Say): string => {
  const remedy = say(`findings:${code}.remedy`, parameters);
  if (parameters['proxyIgnored'] !== undefined)
    return `${remedy}\n${say('proof:finding.proxyIgnored', parameters)}`;
  return closedNetworkCodes.has(code) ? `${remedy}\n${say('proof:finding.proxyWanted', parameters)}` : remedy;
};
