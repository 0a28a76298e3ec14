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

/** Finds objects again that were moved to another domain of the forest (REQUIREMENTS U15). */
export const createObjectPlaces = (use: Use) => {
  const otherDomains = createOtherDomains(use);

  const findWhereItIs = async <Found>(
    reference: ObjectReference,
    signal: AbortSignal,
    read: Read<Found>,
  ): Promise<Found | null> => {
    const first = await use.withSession({ domain: reference.domain }, signal, read);
    if (first !== null) return first;
    for (const domain of await otherDomains(reference, signal)) {
      const found = await use.withSession({ domain }, signal, read);
      if (found !== null) return found;
    }
    return null;
  };

  return {
    /** Asks the domain where the object was last, then the rest of the forest. Null: it is in none that could be asked. */
    findWhereItIs,

    /** The same, and then among what its last domain has deleted. */
    see: async <Found>(
      reference: ObjectReference,
      signal: AbortSignal,
      read: Read<Found>,
    ): Promise<Seen<Found>> => {
      const found = await findWhereItIs(reference, signal, read);
      if (found !== null) return found;
      const { domain, objectGuid } = reference;
      const isGone = await use.withSession({ domain }, signal, (session, limited) =>
        isDeleted(session, objectGuid, limited),
      );
      return isGone ? 'deleted' : null;
    },
  };
};
