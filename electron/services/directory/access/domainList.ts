import { oneFlight } from '../../../concurrency/oneFlight.ts';
import type { KnownDomain } from '../../../contract/directory/directoryObject.ts';
import type { Finding } from '../../../contract/proof/finding.ts';
import type { NamedDomain } from '../reading/readDomains.ts';
import type { DirectoryWithoutIdentity } from './directoryInForce.ts';
import type { SessionUse } from './sessionUse.ts';
import { trustObstacle } from './trustObstacle.ts';

/** A domain that can be reached again shows after at most this long by itself (REQUIREMENTS U06), in ms. */
const keptMs = 3_600_000;
/** What reading the list may take in all, in ms. */
const limitMs = 60_000;

export type DomainListParts = {
  use: Pick<SessionUse, 'demandInForce' | 'readDomains' | 'refusals'>;
  /** Why no controller of a domain can be reached from here, within a few seconds; null: one can. */
  probe: (
    domain: string,
    directory: DirectoryWithoutIdentity,
    signal: AbortSignal,
  ) => Promise<Finding | null>;
  /** ms since 1970 UTC. */
  now: () => number;
};

/** Moments in ms since 1970 UTC. */
type DomainList = { readAt: number; domains: KnownDomain[] };

/** As the contract has it. */
const toKnownDomain = (
  { sid: _sid, forest: _forest, limits: _limits, ...domain }: NamedDomain,
  obstacle: Finding | null,
): KnownDomain => ({ ...domain, obstacle });

/**
 * Our domain and those of its trusts, each with what keeps it from being used; asked for once, however many want to know. Whether the
 * identity that reads is let in elsewhere is known only after somebody asked there: no sign-in is made to find out.
 */
export const createDomainList = ({ use, probe, now }: DomainListParts) => {
  let last: { values: string; list: DomainList } | null = null;

  const read = async (refresh: boolean, signal: AbortSignal): Promise<DomainList> => {
    const { values } = await use.demandInForce();
    const judge = async (domain: NamedDomain): Promise<KnownDomain> => {
      const obstacle = trustObstacle(domain);
      const isReached = obstacle !== null || domain.kind === 'own';
      return toKnownDomain(domain, isReached ? obstacle : await probe(domain.name, values, signal));
    };
    const named = await use.readDomains({ refresh }, signal);
    const list = { readAt: now(), domains: await Promise.all(named.map(judge)) };
    last = { values: JSON.stringify(values), list };
    return list;
  };

  const readNow = oneFlight(limitMs, (signal) => read(false, signal));
  const readAnew = oneFlight(limitMs, (signal) => read(true, signal));

  const reachable = async (refresh: boolean, signal: AbortSignal): Promise<DomainList> => {
    const { values } = await use.demandInForce();
    const isSame = last?.values === JSON.stringify(values);
    if (last && isSame && !refresh && Math.abs(now() - last.list.readAt) < keptMs) return last.list;
    return refresh ? readAnew(signal) : readNow(signal);
  };

  return async (refresh: boolean, signal: AbortSignal): Promise<DomainList> => {
    const { readAt, domains } = await reachable(refresh, signal);
    const refusalIn = await use.refusals();
    const withRefusal = async (domain: KnownDomain): Promise<KnownDomain> => ({
      ...domain,
      obstacle: domain.obstacle ?? (await refusalIn(domain.name)),
    });
    return { readAt, domains: await Promise.all(domains.map(withRefusal)) };
  };
};
