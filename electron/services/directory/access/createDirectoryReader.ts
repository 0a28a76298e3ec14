import { fail } from '../../../contract/failures.ts';
import type { DirectoryReader, ObjectOfForest, ObjectReference } from '../directoryReader.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import { findObjects } from '../reading/findObjects.ts';
import { readLinks } from '../reading/readLinks.ts';
import { readObject, readToken } from '../reading/readObject.ts';
import { createBelieving } from './believing.ts';
import { createDirectorySignIn, type DirectorySignInParts } from './directorySignIn.ts';
import { createDomainList, type DomainListParts } from './domainList.ts';
import { createGroupMembers } from './groupMembers.ts';
import { createKnownDomains } from './knownDomains.ts';
import { createObjectPlaces } from './objectPlaces.ts';
import { createSessionUse, type SessionParts } from './sessionUse.ts';

export type DirectoryReaderParts = Omit<SessionParts, 'known'> &
  Pick<DomainListParts, 'probe'> &
  Pick<DirectorySignInParts, 'opening'>;

const secondMs = 1_000;

/** Asks the directory that is in force, on real controllers. */
export const createDirectoryReader = (given: DirectoryReaderParts): DirectoryReader => {
  const known = createKnownDomains(given.now);
  const parts = { ...given, known };
  const use = createSessionUse(parts);
  const listDomains = createDomainList({ use, probe: parts.probe, now: parts.now });
  const see = createObjectPlaces(use);
  const believed = createBelieving({ use, known });
  const countMembers = createGroupMembers({ use, known, believed });

  const objectAt =
    ({ objectGuid }: ObjectReference) =>
    async (session: DirectorySession, signal: AbortSignal): Promise<ObjectOfForest | null> =>
      believed.object(await readObject(session, objectGuid, signal), session, objectGuid);

  return {
    listDomains,
    ...createDirectorySignIn({ ...parts, use }),

    searchObjects: (search, signal) =>
      use.withSession(
        { domain: search.domain, limitMs: (search.timeSeconds + 2) * secondMs },
        signal,
        async (session, limited) => {
          const { objects, cutBy } = await findObjects(session, search, limited);
          return { objects: await believed.onlyOf(objects, [session.domain]), cutBy };
        },
      ),

    readObject: (reference, signal) => see(reference, signal, objectAt(reference)),

    readToken: (reference, signal) =>
      see(reference, signal, async (session, limited) => {
        const token = await readToken(session, reference.objectGuid, limited);
        return believed.person(token, session, reference.objectGuid);
      }),

    readLinks: ({ domain, objectGuid }, wanted, signal) =>
      use.withSession({ domain }, signal, (session, limited) =>
        readLinks(session, { objectGuid, wanted }, limited),
      ),

    readMembers: async (reference, limit, signal) => {
      const group = await see(reference, signal, objectAt(reference));
      if (group === null || group === 'deleted') throw fail('NOT_FOUND', {});
      return countMembers({ group, limit }, signal);
    },
  };
};
