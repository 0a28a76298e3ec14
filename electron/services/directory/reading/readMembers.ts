import { decodeUtf8 } from '../../../protocols/ldap/decodeUtf8.ts';
import { allOf, anyOf, equals, type Filter } from '../../../protocols/ldap/ldapFilter.ts';
import { guidBase } from '../../../protocols/ldap/ldapName.ts';
import { rangedValues } from '../../../protocols/ldap/rangedValues.ts';
import type { SearchRequest } from '../../../protocols/ldap/searchRequest.ts';
import type { FoundObject, GroupMembers } from '../directoryReader.ts';
import type { DirectorySession } from './directorySession.ts';
import { domainOfDn } from './domainOfDn.ts';
import { accountTypes, foundAttributes, toFoundObject } from './foundObject.ts';

const memberTypes = anyOf(...Object.values(accountTypes).map((type) => equals('sAMAccountType', type)));

/** Those who are in a group itself: as its members, or because it is their primary group (MS-ADTS 3.1.1.4.5.15). */
const directMembers = ({ distinguishedName, objectSid }: FoundObject): Filter => {
  const number = objectSid.slice(objectSid.lastIndexOf('-') + 1);
  return allOf(memberTypes, anyOf(equals('memberOf', distinguishedName), equals('primaryGroupID', number)));
};

async function* findDirect(
  { dialogue, defaultNamingContext, netbiosNameOf }: DirectorySession,
  group: FoundObject,
  signal: AbortSignal,
): AsyncGenerator<FoundObject, void, void> {
  const request: SearchRequest = {
    ...{ base: defaultNamingContext, scope: 'subtree', attributes: foundAttributes, pageSize: 500 },
    filter: directMembers(group),
  };
  for await (const entry of dialogue.search(request, signal)) {
    const found = entry.kind === 'entry' ? toFoundObject(entry, netbiosNameOf) : null;
    if (found) yield found;
  }
}

/** Somebody of another forest stands in the group's own domain only as a reference (MS-ADTS 6.1.1.4.10). */
const isReference = (distinguishedName: string): boolean =>
  /,CN=ForeignSecurityPrincipals,DC=/i.test(distinguishedName);

/** Members that no search of this domain finds: those of other domains, and of other forests. Reads all names of a group. */
const countOthers = async (
  { dialogue, domain }: DirectorySession,
  groups: Iterable<FoundObject>,
  signal: AbortSignal,
): Promise<number> => {
  const others = new Set<string>();
  for (const { objectGuid } of groups) {
    const names = rangedValues(dialogue, { base: guidBase(objectGuid), attribute: 'member' }, signal);
    for await (const bytes of names) {
      const name = decodeUtf8(bytes);
      if (domainOfDn(name) !== domain.toLowerCase() || isReference(name)) others.add(name);
    }
  }
  return others.size;
};

/**
 * People in a group and in the groups in it, each once, at most `limit`: one search a group, so that the size of the directory
 * does not matter. Groups that contain each other are looked into once; members of other domains are only counted.
 */
export const readMembers = async (
  session: DirectorySession,
  { group, limit }: { group: FoundObject; limit: number },
  signal: AbortSignal,
): Promise<GroupMembers> => {
  const people = new Map<string, FoundObject>();
  const groups = new Map([[group.objectSid, group]]);
  let direct = 0;
  // Groups that are put in while this runs are looked into too.
  for (const next of groups.values())
    for await (const found of findDirect(session, next, signal)) {
      if (found.kind === 'directoryGroup') {
        if (!groups.has(found.objectSid)) groups.set(found.objectSid, found);
        continue;
      }
      if (people.size === limit && !people.has(found.objectSid))
        return { people: [...people.values()], direct, isCut: true, uncounted: 0 };
      people.set(found.objectSid, found);
      if (next === group) direct += 1;
    }
  const uncounted = await countOthers(session, groups.values(), signal);
  return { people: [...people.values()], direct, isCut: false, uncounted };
};
