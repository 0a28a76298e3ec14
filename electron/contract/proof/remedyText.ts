import type { Finding } from './finding.ts';
import type { Say } from './say.ts';

/**
 * What to do about a finding. Where the parameter `proxyIgnored` names settings for a proxy that were not followed, a
 * second line says so, who acts and how: they may be all that is wrong. `say` knows `findings` and `proof`.
 */
export const remedyText = ({ code, parameters }: Pick<Finding, 'code' | 'parameters'>, say: Say): string => {
  const remedy = say(`findings:${code}.remedy`, parameters);
  if (parameters['proxyIgnored'] === undefined) return remedy;
  return `${remedy}\n${say('proof:finding.proxyIgnored', parameters)}`;
};
