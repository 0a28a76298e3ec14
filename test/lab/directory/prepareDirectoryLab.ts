import type { Availability } from '../debianPackages.ts';
import { ensureDirectoryServers } from './directoryServers.ts';
import { ensureDomainArchive } from './domainArchive.ts';
import { corpRecipe, largeCorpRecipe, partnerRecipe } from './domainRecipe.ts';

/**
 * Does ahead of time what the first directory lab would otherwise take up to half a minute for: installs Samba and makes the
 * archives of the domains.
 * @returns whether a directory lab can start, or the reason why not.
 * @throws Error with Samba's own words when a domain cannot be made.
 */
export async function prepareDirectoryLab(): Promise<Availability> {
  const availability = await ensureDirectoryServers();
  if (availability.available)
    await Promise.all([corpRecipe, partnerRecipe, largeCorpRecipe()].map(ensureDomainArchive));
  return availability;
}
