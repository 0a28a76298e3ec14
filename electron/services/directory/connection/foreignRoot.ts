import type { Finding } from '../../../contract/proof/finding.ts';
import type { RootDse } from '../../../protocols/ldap/rootDse.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { domainOfDn } from '../reading/domainOfDn.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import type { DirectoryService } from './directoryService.ts';

type Wanted = { directory: Pick<ResolvedDirectory, 'domain'>; service: DirectoryService };

/**
 * What keeps a server from being a controller of the domain, by what it says of itself; null: it is one. A Global Catalog may
 * be one of another domain of the forest.
 */
export const foreignRoot = (
  { defaultNamingContext }: RootDse,
  { directory: { domain }, service }: Wanted,
): Finding | null => {
  if (defaultNamingContext === null) return makeFinding('notActiveDirectory', {});
  const otherDomain = domainOfDn(defaultNamingContext);
  return otherDomain === domain.toLowerCase() || service === 'globalCatalog'
    ? null
    : makeFinding('controllerOfOtherDomain', { domain, otherDomain });
};
