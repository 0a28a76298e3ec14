import { equals } from '../../../protocols/ldap/ldapFilter.ts';
import { encodeGuid } from '../../../protocols/ldap/objectGuid.ts';
import type { ObjectReference } from '../directoryReader.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import { domainOfDn } from '../reading/domainOfDn.ts';
import type { ListDomains } from './domainList.ts';
import type { SessionUse } from './sessionUse.ts';

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

/** Finds objects again that were moved to another domain of the forest (REQUIREMENTS U15). */
export const createObjectPlaces = ({ use, listDomains }: { use: SessionUse; listDomains: ListDomains }) => {
  const otherDomains = async (
    { domain, objectGuid }: ObjectReference,
    signal: AbortSignal,
  ): Promise<string[]> => {
    const { directory } = await use.demandInForce();
    if (directory.useGlobalCatalog) {
      const asked = { domain: null, service: 'globalCatalog' } as const;
      const found = await use.withSession(asked, signal, readDomain(objectGuid));
      return found === null || found === domain.toLowerCase() ? [] : [found];
    }
    const { domains } = await listDomains(false, signal);
    return domains
      .filter(({ kind, obstacle }) => obstacle === null && (kind === 'own' || kind === 'sameForest'))
      .flatMap(({ name }) => (name === domain.toLowerCase() ? [] : [name]));
  };

  return {
    /** Asks the domain where the object was last, then the rest of the forest. Null: it is in none that could be asked. */
    findWhereItIs: async <Found>(
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
    },
  };
};
