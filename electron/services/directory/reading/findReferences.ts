import { equals, type Filter } from '../../../protocols/ldap/ldapFilter.ts';
import { bytesOf, type LdapEntry } from '../../../protocols/ldap/ldapEntry.ts';
import { decodeSid, encodeSid } from '../../../protocols/ldap/securityIdentifier.ts';
import type { FoundObject } from '../directoryReader.ts';
import type { DirectorySession } from './directorySession.ts';
import { foundAttributes, toFoundObject } from './foundObject.ts';
import { type MemberReference, nameKey } from './memberReference.ts';
import { searchAnyOf } from './searchAnyOf.ts';

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
  session: DirectorySession,
  { references, base }: { references: readonly MemberReference[]; base: string },
  signal: AbortSignal,
): Promise<Map<string, FoundObject | null>> => {
  const wanted = new Set(references.map(({ key }) => key));
  const found = new Map<string, FoundObject | null>();
  const asked = { base, filters: references.map(toFilter), attributes: foundAttributes };
  for await (const entry of searchAnyOf(session, asked, signal)) {
    const object = toFoundObject(entry, session.netbiosNameOf);
    // A stand-in has the SID of whom it stands for: it is not taken for what is found besides.
    for (const key of keysOf(entry).filter((each) => wanted.has(each)))
      found.set(key, object ?? found.get(key) ?? null);
  }
  return found;
};
