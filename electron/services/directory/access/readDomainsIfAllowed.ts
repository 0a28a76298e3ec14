import { LdapError } from '../../../protocols/ldap/ldapError.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import { type NamedDomain, readDomains } from '../reading/readDomains.ts';
import { isLost } from './unreachable.ts';

/** What a session of our own domain may see of our domains; null: the directory refuses to say. Throws when it is lost. */
export const readDomainsIfAllowed = async (
  session: DirectorySession,
  signal: AbortSignal,
): Promise<readonly NamedDomain[] | null> => {
  try {
    return await readDomains(session, signal);
  } catch (error) {
    if (error instanceof LdapError && !isLost(error)) return null;
    throw error;
  }
};
