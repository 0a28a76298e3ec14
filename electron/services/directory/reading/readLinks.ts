import { equals } from '../../../protocols/ldap/ldapFilter.ts';
import { type LdapEntry, bytesOf, textOf } from '../../../protocols/ldap/ldapEntry.ts';
import { decodeUtf8 } from '../../../protocols/ldap/decodeUtf8.ts';
import { guidBase } from '../../../protocols/ldap/ldapName.ts';
import { rangedValues } from '../../../protocols/ldap/rangedValues.ts';
import { readEntry } from '../../../protocols/ldap/readEntry.ts';
import { decodeSid } from '../../../protocols/ldap/securityIdentifier.ts';
import type { GroupLink } from '../directoryReader.ts';
import type { DirectorySession } from './directorySession.ts';
import { mostGroups } from './mostGroups.ts';
import { searchAnyOf } from './searchAnyOf.ts';

/** Somebody or a group, with the names of the groups that it is a direct member of. */
type Member = { sid: string; name: string; dn: string; memberOf: readonly string[] };

const attributes = ['objectSid', 'sAMAccountName', 'memberOf', 'primaryGroupID'];

/** The primary group is no part of memberOf (MS-ADTS 3.1.1.4.5.15): same domain, and its own last number. */
export const primaryGroupSid = (entry: LdapEntry, sid: string): string | null => {
  const number = textOf(entry, 'primaryGroupID');
  return number === null || !/^\d{1,10}$/.test(number) ? null : sid.replace(/\d+$/, number);
};

/** The names of the groups are read to the end, of which Active Directory gives 1,500 at a time. */
const toMember = async (
  { dialogue }: DirectorySession,
  entry: LdapEntry,
  signal: AbortSignal,
): Promise<Member | null> => {
  const [bytes] = bytesOf(entry, 'objectSid');
  const sid = bytes === undefined ? null : decodeSid(bytes);
  if (sid === null) return null;
  const { dn } = entry;
  const memberOf: string[] = [];
  const range = { base: dn, attribute: 'memberOf', first: entry };
  for await (const name of rangedValues(dialogue, range, signal)) memberOf.push(decodeUtf8(name));
  return { sid, name: textOf(entry, 'sAMAccountName') ?? sid, dn, memberOf };
};

const readGroups = async (
  session: DirectorySession,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Member[]> => {
  const filters = names.map((name) => equals('distinguishedName', name));
  const asked = { base: session.defaultNamingContext, filters, attributes };
  const members: Member[] = [];
  for await (const entry of searchAnyOf(session, asked, signal)) {
    const member = await toMember(session, entry, signal);
    if (member) members.push(member);
  }
  return members;
};

const toLinks = (members: readonly Member[], primary: string | null): GroupLink[] => {
  const sidOf = new Map(members.map(({ dn, sid }) => [dn.toLowerCase(), sid]));
  return members.map(({ sid, name, memberOf }, index) => ({
    ...{ sid, name },
    memberOf: [
      ...memberOf.flatMap((dn) => sidOf.get(dn.toLowerCase()) ?? []),
      ...(index === 0 && primary !== null ? [primary] : []),
    ],
  }));
};

/**
 * How somebody is in groups, directly and through others, up to those that are wanted: level by level, each group once, so that
 * groups that contain each other are no trouble. The person stands first. Empty: the person is not in this domain.
 */
export const readLinks = async (
  session: DirectorySession,
  { objectGuid, wanted }: { objectGuid: string; wanted: readonly string[] },
  signal: AbortSignal,
): Promise<GroupLink[]> => {
  const entry = await readEntry(session.dialogue, { base: guidBase(objectGuid), attributes }, signal);
  const person = entry && (await toMember(session, entry, signal));
  if (!entry || !person) return [];
  const primary = primaryGroupSid(entry, person.sid);
  const members = [person];
  const seen = new Set([person.dn.toLowerCase()]);
  const missing = new Set(wanted.filter((sid) => sid !== primary));
  let level = person.memberOf;
  while (level.length > 0 && missing.size > 0 && members.length < mostGroups) {
    const names = level.filter((dn) => !seen.has(dn.toLowerCase()));
    for (const name of names) seen.add(name.toLowerCase());
    const groups = await readGroups(session, names, signal);
    for (const { sid } of groups) missing.delete(sid);
    members.push(...groups);
    level = [...new Set(groups.flatMap(({ memberOf }) => memberOf))];
  }
  return toLinks(members, primary);
};
