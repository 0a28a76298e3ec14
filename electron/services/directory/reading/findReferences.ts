import { anyOf, equals, type Filter } from '../../../protocols/ldap/ldapFilter.ts';
import { bytesOf, type LdapEntry } from '../../../protocols/ldap/ldapEntry.ts';
import type { SearchRequest } from '../../../protocols/ldap/searchRequest.ts';
import { decodeSid, encodeSid } from '../../../protocols/ldap/securityIdentifier.ts';
import type { FoundObject } from '../directoryReader.ts';
import type { DirectorySession } from './directorySession.ts';
import { foundAttributes, toFoundObject } from './foundObject.ts';
import { type MemberReference, nameKey } from './memberReference.ts';

/** References in one filter: more make servers refuse it as too complex. */
const referencesAtOnce = 50;

const toFilter = ({ kind, value }: MemberReference): Filter =>
  kind === 'sid' ? equals('objectSid', encodeSid(value)) : equals('distinguishedName', value);

const keysOf = (entry: LdapEntry): string[] => {
  const [bytes] = bytesOf(entry, 'objectSid');
  const sid = bytes === undefined ? null : decodeSid(bytes);
  return [nameKey(entry.dn), ...(sid === null ? [] : [sid])];
};

/**
 * Looks for what groups only name, many at once. By the references' keys; null: it is there, and neither a user nor a security group.
 * @param base where to look; empty: everywhere that a Global Catalog knows.
 */
export const findReferences = async (
  { dialogue, netbiosNameOf }: DirectorySession,
  { references, base }: { references: readonly MemberReference[]; base: string },
  signal: AbortSignal,
): Promise<Map<string, FoundObject | null>> => {
  const wanted = new Set(references.map(({ key }) => key));
  const found = new Map<string, FoundObject | null>();
  for (let at = 0; at < references.length; at += referencesAtOnce) {
    const filter = anyOf(...references.slice(at, at + referencesAtOnce).map(toFilter));
    const request: SearchRequest = {
      ...{ base, scope: 'subtree', filter, attributes: foundAttributes, pageSize: referencesAtOnce },
    };
    for await (const entry of dialogue.search(request, signal)) {
      if (entry.kind !== 'entry') continue;
      const object = toFoundObject(entry, netbiosNameOf);
      for (const key of keysOf(entry).filter((each) => wanted.has(each))) found.set(key, object);
    }
  }
  return found;
};
