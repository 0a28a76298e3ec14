import { isFailure } from '../../../contract/failures.ts';
import { equals } from '../../../protocols/ldap/ldapFilter.ts';
import { encodeGuid } from '../../../protocols/ldap/objectGuid.ts';
import type { ObjectReference, Seen } from '../directoryReader.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import { domainOfDn } from '../reading/domainOfDn.ts';
import { isDeleted } from '../reading/isDeleted.ts';
import type { NamedDomain } from '../reading/readDomains.ts';
import type { SessionUse } from './sessionUse.ts';
import { trustObstacle } from './trustObstacle.ts';

type Read<Found> = (session: DirectorySession, signal: AbortSignal) => Promise<Found | null>;

/** The domain of an object, from what a Global Catalog knows of the whole forest (MS-ADTS 3.1.1.1.8). */
const readDomain =
  (objectGuid: string): Read<string> =>
  async ({ dialogue }, signal) => {
    const filter = equals('objectGUID', encodeGuid(objectGuid));
    const request = { base: '', scope: 'subtree', filter, attributes: ['1.1'] } as const;
    for await (const item of dialogue.search(request, signal))
      if (item.kind === 'entry') return domainOfDn(item.dn);
    return null;
  };

/** The other domains of the same forest: nothing is moved out of one. */
const besides = (domains: readonly NamedDomain[], domain: string): NamedDomain[] => {
  const forest = domains.find(({ name }) => name === domain.toLowerCase())?.forest;
  return domains.filter(
    (each) => each.forest === forest && each.name !== domain.toLowerCase() && trustObstacle(each) === null,
  );
};

type Use = Pick<SessionUse, 'demandInForce' | 'readDomains' | 'withSession'>;

/** Where an object may be that is not in its domain any more. */
const createOtherDomains = (use: Use) => {
  /** Null: no Global Catalog can be asked; not every forest has one that can be reached from here. */
  const askCatalog = async (
    forest: string,
    objectGuid: string,
    signal: AbortSignal,
  ): Promise<{ domain: string | null } | null> => {
    const asked = { domain: forest, service: 'globalCatalog' } as const;
    try {
      return { domain: await use.withSession(asked, signal, readDomain(objectGuid)) };
    } catch (error) {
      if (isFailure(error) && error.code === 'DIRECTORY_UNREACHABLE') return null;
      throw error;
    }
  };

  return async ({ domain, objectGuid }: ObjectReference, signal: AbortSignal): Promise<string[]> => {
    const { useGlobalCatalog } = (await use.demandInForce()).values;
    const others = besides(await use.readDomains({ refresh: false }, signal), domain);
    const names = others.map(({ name }) => name);
    const [first] = others;
    if (!first || !useGlobalCatalog) return names;
    const told = await askCatalog(first.forest, objectGuid, signal);
    return told === null ? names : names.filter((name) => name === told.domain);
  };
};

/**
 * The object, or that the domain has it among what was deleted. Who was moved to another domain is not there: what stays is a phantom,
 * which no search finds, and the tombstone of another object (MS-ADTS 3.1.1.5.4.2.3). So who is deleted in one is so everywhere.
 */
const orDeleted =
  <Found>(objectGuid: string, read: Read<Found>): Read<Found | 'deleted'> =>
  async (session, signal) => {
    const found = await read(session, signal);
    if (found !== null) return found;
    return (await isDeleted(session, objectGuid, signal)) ? 'deleted' : null;
  };

/**
 * Finds objects again that were moved to another domain of the forest (REQUIREMENTS U15): asks the domain where the object was last,
 * and the rest of the forest only where that one does not know what became of it.
 */
export const createObjectPlaces = (use: Use) => {
  const otherDomains = createOtherDomains(use);

  return async <Found>(
    reference: ObjectReference,
    signal: AbortSignal,
    read: Read<Found>,
  ): Promise<Seen<Found>> => {
    const see = orDeleted(reference.objectGuid, read);
    const first = await use.withSession({ domain: reference.domain }, signal, see);
    if (first !== null) return first;
    for (const domain of await otherDomains(reference, signal)) {
      const found = await use.withSession({ domain }, signal, see);
      if (found !== null) return found;
    }
    return null;
  };
};
