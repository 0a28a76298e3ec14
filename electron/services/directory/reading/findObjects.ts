import { searchedAccount } from '../../../contract/directory/searchedAccount.ts';
import { allOf, anyOf, beginsWith, equals, type Filter } from '../../../protocols/ldap/ldapFilter.ts';
import { LdapError } from '../../../protocols/ldap/ldapError.ts';
import type { FoundObject, ObjectSearch } from '../directoryReader.ts';
import type { DirectorySession } from './directorySession.ts';
import { accountTypes, foundAttributes, toFoundObject } from './foundObject.ts';

/** All of them are indexed in Active Directory (MS-ADTS 2.2.9, searchFlags fATTINDEX). */
const searchedNames = ['displayName', 'cn', 'sn', 'givenName', 'userPrincipalName', 'mail'];

const typesOf = (kinds: ObjectSearch['kinds']): string[] => [
  ...(kinds.includes('directoryUser') ? [accountTypes.user] : []),
  ...(kinds.includes('directoryGroup') ? [accountTypes.group, accountTypes.localGroup] : []),
];

/** Accounts of these kinds with a name that begins so; the account name also without the domain before it, `CORP\ann`. */
export const objectFilter = ({ text, kinds }: Pick<ObjectSearch, 'text' | 'kinds'>): Filter =>
  allOf(
    anyOf(...typesOf(kinds).map((type) => equals('sAMAccountType', type))),
    anyOf(
      ...searchedNames.map((name) => beginsWith(name, text)),
      beginsWith('sAMAccountName', searchedAccount(text)),
    ),
  );

/** Results that say: there is more (RFC 4511, 4.1.9). */
const cutCodes: Readonly<Record<number, 'size' | 'time'>> = { 3: 'time', 4: 'size', 11: 'size' };

const cutBy = (error: unknown): 'size' | 'time' => {
  const cut = error instanceof LdapError ? cutCodes[error.resultCode] : undefined;
  if (cut === undefined) throw error;
  return cut;
};

/** At most this many are asked for at once: Active Directory gives no more than 1,000 (MS-ADTS 3.1.1.3.4.6, MaxPageSize). */
const largestPage = 500;

const byName = (one: FoundObject, other: FoundObject): number =>
  one.displayName.localeCompare(other.displayName, 'en') || (one.objectSid < other.objectSid ? -1 : 1);

/** Users and groups whose names begin with a text, by name. What was found before a limit was reached is kept. */
export const findObjects = async (
  { dialogue, defaultNamingContext, netbiosNameOf }: DirectorySession,
  search: ObjectSearch,
  signal: AbortSignal,
): Promise<{ objects: FoundObject[]; cutBy: 'size' | 'time' | null }> => {
  const objects: FoundObject[] = [];
  let cut: 'size' | 'time' | null = null;
  const request = {
    base: defaultNamingContext,
    scope: 'subtree',
    filter: objectFilter(search),
    attributes: foundAttributes,
    pageSize: Math.min(search.size + 1, largestPage),
    timeLimitSeconds: search.timeSeconds,
  } as const;
  try {
    for await (const entry of dialogue.search(request, signal)) {
      const found = entry.kind === 'entry' ? toFoundObject(entry, netbiosNameOf) : null;
      if (found === null) continue;
      if (objects.length === search.size) {
        cut = 'size';
        break;
      }
      objects.push(found);
    }
  } catch (error) {
    cut = cutBy(error);
  }
  return { objects: objects.sort(byName), cutBy: cut };
};
