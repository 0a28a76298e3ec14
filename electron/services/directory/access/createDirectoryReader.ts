import { fail, isFailure } from '../../../contract/failures.ts';
import type { KnownDomain } from '../../../contract/directory/directoryObject.ts';
import type { DirectoryReader, ObjectReference, Seen } from '../directoryReader.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import { findObjects } from '../reading/findObjects.ts';
import { isDeleted } from '../reading/isDeleted.ts';
import { readLinks } from '../reading/readLinks.ts';
import { readMembers } from '../reading/readMembers.ts';
import { readObject, readToken } from '../reading/readObject.ts';
import { createDirectorySignIn } from './directorySignIn.ts';
import { createDomainList, type DomainListParts } from './domainList.ts';
import { createObjectPlaces } from './objectPlaces.ts';
import { createSessionUse, type SessionParts } from './sessionUse.ts';

export type DirectoryReaderParts = SessionParts & Pick<DomainListParts, 'probe'>;

/** Counting the members of a large group takes longer than one answer, in ms. */
const membersLimitMs = 60_000;
const secondMs = 1_000;

const isNamed = (domain: KnownDomain, name: string): boolean =>
  [domain.name, domain.netbiosName].some((known) => known.toLowerCase() === name.toLowerCase());

/** Asks the directory that is in force, on real controllers. */
export const createDirectoryReader = (parts: DirectoryReaderParts): DirectoryReader => {
  const use = createSessionUse(parts);
  const listDomains = createDomainList({ use, probe: parts.probe, now: parts.now });

  const findDomain = async (name: string, signal: AbortSignal): Promise<KnownDomain | null> => {
    const { domains } = await listDomains(false, signal);
    return domains.find((domain) => isNamed(domain, name)) ?? null;
  };

  /** Somebody may sign in although the identity that reads cannot: then only our own domain is known. */
  const findDomainIfPossible = async (name: string, signal: AbortSignal): Promise<KnownDomain | null> => {
    try {
      return await findDomain(name, signal);
    } catch (error) {
      if (isFailure(error) && error.code === 'DIRECTORY_UNREACHABLE') return null;
      throw error;
    }
  };

  const places = createObjectPlaces({ use, listDomains });

  const see = async <Found>(
    reference: ObjectReference,
    signal: AbortSignal,
    read: (session: DirectorySession, signal: AbortSignal) => Promise<Found | null>,
  ): Promise<Seen<Found>> => {
    const found = await places.findWhereItIs(reference, signal, read);
    if (found !== null) return found;
    const { domain, objectGuid } = reference;
    const isGone = await use.withSession({ domain }, signal, (session, limited) =>
      isDeleted(session, objectGuid, limited),
    );
    return isGone ? 'deleted' : null;
  };

  return {
    listDomains,
    findDomain,
    ...createDirectorySignIn({ ...parts, use, findDomain: findDomainIfPossible }),

    searchObjects: (search, signal) =>
      use.withSession(
        { domain: search.domain, limitMs: (search.timeSeconds + 2) * secondMs },
        signal,
        (session, limited) => findObjects(session, search, limited),
      ),

    readObject: (reference, signal) =>
      see(reference, signal, (session, limited) => readObject(session, reference.objectGuid, limited)),

    readToken: (reference, signal) =>
      see(reference, signal, (session, limited) => readToken(session, reference.objectGuid, limited)),

    readLinks: ({ domain, objectGuid }, wanted, signal) =>
      use.withSession({ domain }, signal, (session, limited) =>
        readLinks(session, { objectGuid, wanted }, limited),
      ),

    readMembers: async (reference, limit, signal) => {
      const group = await places.findWhereItIs(reference, signal, (session, limited) =>
        readObject(session, reference.objectGuid, limited),
      );
      if (!group) throw fail('NOT_FOUND', {});
      const asked = { domain: group.domain, limitMs: membersLimitMs };
      return use.withSession(asked, signal, (session, limited) =>
        readMembers(session, { group, limit }, limited),
      );
    },
  };
};
