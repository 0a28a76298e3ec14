import type { FoundObject } from '../directoryReader.ts';
import { domainOfDn } from '../reading/domainOfDn.ts';
import { type MemberReference, toReference } from '../reading/memberReference.ts';
import type { NamedDomain } from '../reading/readDomains.ts';
import { isOfDomain } from './believedToken.ts';

/** A member that a group only names, with the domain to ask; null: of none that we know. */
export type PlacedReference = MemberReference & { domain: NamedDomain | null };

/** MS-DTYP 2.4.2.2: the last part has 32 bits. */
const isNumbered = (sid: string): boolean => {
  const last = sid.slice(sid.lastIndexOf('-') + 1);
  return /^\d{1,10}$/.test(last) && Number(last) <= 0xffffffff;
};

/**
 * A SID says of which domain it is, among those that our directory names; a distinguished name does so within the forest of the
 * group's own domain, and leads to no other one, whatever is written there.
 */
export const placeMember = (
  distinguishedName: string,
  group: Pick<FoundObject, 'domain'>,
  domains: readonly NamedDomain[],
): PlacedReference => {
  const reference = toReference(distinguishedName);
  const forest = domains.find(({ name }) => name === group.domain)?.forest;
  const domain =
    reference.kind === 'sid'
      ? domains.find((each) => isOfDomain(reference.value, each) && isNumbered(reference.value))
      : domains.find((each) => each.forest === forest && each.name === domainOfDn(distinguishedName));
  return { ...reference, domain: domain ?? null };
};
