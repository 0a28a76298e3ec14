import { decodeUtf8 } from '../../../protocols/ldap/decodeUtf8.ts';
import { allOf, anyOf, equals, type Filter } from '../../../protocols/ldap/ldapFilter.ts';
import { guidBase } from '../../../protocols/ldap/ldapName.ts';
import { rangedValues } from '../../../protocols/ldap/rangedValues.ts';
import type { SearchRequest } from '../../../protocols/ldap/searchRequest.ts';
import type { FoundObject } from '../directoryReader.ts';
import type { DirectorySession } from './directorySession.ts';
import { domainOfDn } from './domainOfDn.ts';
import { accountTypes, foundAttributes, toFoundObject } from './foundObject.ts';
import { isStandIn } from './memberReference.ts';

/** Members of a group itself. */
export type DirectMembers = {
  /** People and groups of the group's own domain. */
  found: readonly FoundObject[];
  /** Distinguished names of members that no search of that domain finds: of other domains, and of other forests. */
  elsewhere: readonly string[];
  /** There are more of either. Who is elsewhere is not read then, where there are more here. */
  isCut: boolean;
};

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

/** Reads all names of the group. A global one has members of its own domain only. */
async function* findElsewhere(
  { dialogue, domain }: DirectorySession,
  { objectGuid, scope }: FoundObject,
  signal: AbortSignal,
): AsyncGenerator<string, void, void> {
  if (scope === 'global') return;
  const names = rangedValues(dialogue, { base: guidBase(objectGuid), attribute: 'member' }, signal);
  for await (const bytes of names) {
    const name = decodeUtf8(bytes);
    if (domainOfDn(name) !== domain.toLowerCase() || isStandIn(name)) yield name;
  }
}

const firstOf = async <Item>(
  limit: number,
  items: AsyncIterable<Item>,
): Promise<{ items: Item[]; isCut: boolean }> => {
  const first: Item[] = [];
  for await (const item of items) {
    if (first.length === limit) return { items: first, isCut: true };
    first.push(item);
  }
  return { items: first, isCut: false };
};

/** Members of one group of the session's domain, at most `limit` of each kind: one search, so that its size does not matter. */
export const readMembers = async (
  session: DirectorySession,
  { group, limit }: { group: FoundObject; limit: number },
  signal: AbortSignal,
): Promise<DirectMembers> => {
  const { items: found, isCut } = await firstOf(limit, findDirect(session, group, signal));
  if (isCut) return { found, elsewhere: [], isCut };
  const elsewhere = await firstOf(limit, findElsewhere(session, group, signal));
  return { found, elsewhere: elsewhere.items, isCut: elsewhere.isCut };
};
