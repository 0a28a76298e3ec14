import { allOf, anyOf, equals, type Filter } from '../../../protocols/ldap/ldapFilter.ts';
import type { SearchRequest } from '../../../protocols/ldap/searchRequest.ts';
import type { FoundObject, GroupMembers } from '../directoryReader.ts';
import type { DirectorySession } from './directorySession.ts';
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

/**
 * People in a group and in the groups in it, each once, at most `limit`: one search a group, so that the size of the directory
 * does not matter. Groups that contain each other are looked into once.
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
        return { people: [...people.values()], direct, isCut: true };
      people.set(found.objectSid, found);
      if (next === group) direct += 1;
    }
  return { people: [...people.values()], direct, isCut: false };
};
