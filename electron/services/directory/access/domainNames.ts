import type { DirectorySession } from '../reading/directorySession.ts';
import { type NamedDomain, readDomains } from '../reading/readDomains.ts';

/** What our own domain and its trusts are called: read once, until somebody changes the settings. */
export const createDomainNames = () => {
  let last: { revision: number; names: readonly NamedDomain[] } | null = null;

  /** Empty: not read yet. */
  const known = (revision: number): readonly NamedDomain[] => (last?.revision === revision ? last.names : []);

  return {
    known,
    /** @param session one of our own domain. */
    read: async (
      revision: number,
      session: DirectorySession,
      signal: AbortSignal,
    ): Promise<readonly NamedDomain[]> => {
      if (last?.revision !== revision) last = { revision, names: await readDomains(session, signal) };
      return last.names;
    },
  };
};
