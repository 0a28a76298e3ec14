import { isFailure } from '../../../contract/failures.ts';
import type { StoredDirectoryObject } from '../../../stores/directory/directoryObjectStore.ts';
import type { KnownGroup } from '../../../stores/directory/membershipStore.ts';
import type { DirectoryReader, GroupLink } from '../directoryReader.ts';
import { askedWithin } from './askedWithin.ts';

/** How long the way through groups is looked for, in ms. */
const limitMs = 5_000;
/** A domain that could not say it is not asked again for so long, in ms: nobody waits for it once more. */
const pauseMs = 30_000;

export type LinkReadingParts = {
  reader: Pick<DirectoryReader, 'readLinks'>;
  /** ms since 1970 UTC. */
  now: () => number;
};

type Known = Pick<StoredDirectoryObject, 'domain' | 'objectGuid' | 'accountName'>;

/** Links are those of the person's own domain. */
const withDomain = ({ accountName }: Known, links: GroupLink[]): GroupLink[] => {
  const domain = accountName.slice(0, accountName.indexOf('\\') + 1);
  return links.map((link) => ({ ...link, name: `${domain}${link.name}` }));
};

/** Reads how people are in groups, as the directory says it now. */
export const createLinkReading = ({ reader, now }: LinkReadingParts) => {
  const failedAt = new Map<string, number>();

  const isPaused = (domain: string): boolean => {
    const at = failedAt.get(domain);
    return at !== undefined && Math.abs(now() - at) < pauseMs;
  };

  return {
    /** None where the directory does not say it now: the groups are known without, only the way to them is not. */
    read: async (known: Known, groups: readonly KnownGroup[]): Promise<GroupLink[]> => {
      if (groups.length === 0 || isPaused(known.domain)) return [];
      const wanted = groups.map(({ objectSid }) => objectSid);
      try {
        const links = await askedWithin(limitMs, (signal) => reader.readLinks(known, wanted, signal));
        return withDomain(known, links);
      } catch (error) {
        if (!isFailure(error)) throw error;
        failedAt.set(known.domain, now());
        return [];
      }
    },
    /** After something was read there: it is asked at once again. */
    resume: (domain: string): void => void failedAt.delete(domain),
  };
};
