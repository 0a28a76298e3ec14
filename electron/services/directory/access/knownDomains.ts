import type { NamedDomain } from '../reading/readDomains.ts';

/** A new trust shows after at most this long by itself (REQUIREMENTS U06), in ms. */
const keptMs = 3_600_000;

/**
 * What a directory says of its domains, as it was read last. What is old is better than a guess where nothing depends on a new
 * trust: names stay what they are.
 * @param now ms since 1970 UTC.
 */
export const createKnownDomains = (now: () => number) => {
  let last: { domain: string; readAt: number; domains: readonly NamedDomain[] } | null = null;

  return {
    /** Of the directory of this domain, however old; empty: nothing was read yet. */
    of: (domain: string): readonly NamedDomain[] => (last?.domain === domain ? last.domains : []),
    isFresh: (domain: string): boolean => last?.domain === domain && Math.abs(now() - last.readAt) < keptMs,
    /** The next one who needs them reads them anew. */
    expire: (): void => {
      if (last) last = { ...last, readAt: -Infinity };
    },
    note: (domain: string, domains: readonly NamedDomain[]): void => {
      last = { domain, readAt: now(), domains };
    },
  };
};

export type KnownDomains = ReturnType<typeof createKnownDomains>;
