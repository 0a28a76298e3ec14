import type { Finding } from '../../../contract/proof/finding.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { NamedDomain } from '../reading/readDomains.ts';

/** Why people of a domain are not asked for: we do not trust it, or it does not trust us back (U06). Null: they are. */
export const trustObstacle = ({
  name,
  direction,
}: Pick<NamedDomain, 'name' | 'direction'>): Finding | null => {
  if (direction === 'disabled') return makeFinding('trustDisabled', { domain: name });
  return direction === 'inbound' || direction === 'outbound'
    ? makeFinding('trustOneWay', { domain: name })
    : null;
};
