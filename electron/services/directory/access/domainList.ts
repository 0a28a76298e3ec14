import type { KnownDomain } from '../../../contract/directory/directoryObject.ts';
import type { Finding } from '../../../contract/proof/finding.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { type NamedDomain, readDomains } from '../reading/readDomains.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import type { SessionUse } from './sessionUse.ts';

/** A new trust shows after at most this long by itself (REQUIREMENTS U06), in ms. */
const keptMs = 3_600_000;

export type DomainListParts = {
  use: Pick<SessionUse, 'demandInForce' | 'withSession'>;
  /** Why no controller of a domain can be reached from here, within a few seconds; null: one can. */
  probe: (domain: string, directory: ResolvedDirectory, signal: AbortSignal) => Promise<Finding | null>;
  /** ms since 1970 UTC. */
  now: () => number;
};

/** Moments in ms since 1970 UTC. */
export type DomainList = { readAt: number; domains: KnownDomain[] };

/** People of a domain that we do not trust, or that does not trust us back, are not chosen (U06). */
const directionObstacle = ({ name, direction }: NamedDomain): Finding | null => {
  if (direction === 'disabled') return makeFinding('trustDisabled', { domain: name });
  return direction === 'inbound' || direction === 'outbound'
    ? makeFinding('trustOneWay', { domain: name })
    : null;
};

/** Our domain and those of its trusts, each with what keeps it from being used. */
export const createDomainList = ({ use, probe, now }: DomainListParts) => {
  let last: { revision: number; list: DomainList } | null = null;

  const judge = async (
    domain: NamedDomain,
    directory: ResolvedDirectory,
    signal: AbortSignal,
  ): Promise<KnownDomain> => ({
    ...domain,
    obstacle:
      directionObstacle(domain) ??
      (domain.kind === 'own' ? null : await probe(domain.name, directory, signal)),
  });

  return async (refresh: boolean, signal: AbortSignal): Promise<DomainList> => {
    const { revision, directory } = await use.demandInForce();
    const isFresh = last?.revision === revision && now() - last.list.readAt < keptMs;
    if (last && isFresh && !refresh) return last.list;
    const named = await use.withSession({ domain: null }, signal, readDomains);
    const domains = await Promise.all(named.map((domain) => judge(domain, directory, signal)));
    const list = { readAt: now(), domains };
    last = { revision, list };
    return list;
  };
};

export type ListDomains = ReturnType<typeof createDomainList>;
