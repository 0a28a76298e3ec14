import { type LdapEntry, bytesOf } from '../../../protocols/ldap/ldapEntry.ts';
import { guidBase, sidBase } from '../../../protocols/ldap/ldapName.ts';
import { readEntry } from '../../../protocols/ldap/readEntry.ts';
import { decodeSid } from '../../../protocols/ldap/securityIdentifier.ts';
import type { FoundObject, TokenOfPerson } from '../directoryReader.ts';
import type { DirectorySession } from './directorySession.ts';
import { foundAttributes, toFoundObject } from './foundObject.ts';

/** All SIDs of an attribute; what is none is left out. */
export const sidsOf = (entry: LdapEntry, name: string): string[] =>
  bytesOf(entry, name).flatMap((bytes) => decodeSid(bytes) ?? []);

/** A user or group by its objectGUID, wherever in the domain it was moved. Null: it is not in this domain. */
export const readObject = async (
  { dialogue, netbiosNameOf }: DirectorySession,
  objectGuid: string,
  signal: AbortSignal,
): Promise<FoundObject | null> => {
  const entry = await readEntry(
    dialogue,
    { base: guidBase(objectGuid), attributes: foundAttributes },
    signal,
  );
  return entry && toFoundObject(entry, netbiosNameOf);
};

/** `base`: `<GUID=…>` or `<SID=…>`. tokenGroups is given for one object at a time only (MS-ADTS 3.1.1.4.5.19). */
const readTokenAt = async (
  { dialogue, netbiosNameOf }: DirectorySession,
  base: string,
  signal: AbortSignal,
): Promise<TokenOfPerson | null> => {
  const attributes = [...foundAttributes, 'tokenGroups'];
  const entry = await readEntry(dialogue, { base, attributes }, signal);
  const person = entry && toFoundObject(entry, netbiosNameOf);
  return entry && person && { person, groupSids: sidsOf(entry, 'tokenGroups') };
};

/** Somebody with all groups, by one query. Null: there is no such object in this domain. */
export const readToken = (
  session: DirectorySession,
  objectGuid: string,
  signal: AbortSignal,
): Promise<TokenOfPerson | null> => readTokenAt(session, guidBase(objectGuid), signal);

/**
 * As whom this connection is signed in, as the controller itself says it: the SIDs of its security context (MS-ADTS 3.1.1.3.2,
 * tokenGroups of the rootDSE), the one of the account among them. No name that somebody typed has a part in it, so that nobody is
 * taken for somebody else of a similar name. Null: it does not say, or the account is no user of this domain.
 */
export const readOwnToken = async (
  session: DirectorySession,
  signal: AbortSignal,
): Promise<TokenOfPerson | null> => {
  const rootDse = await readEntry(session.dialogue, { base: '', attributes: ['tokenGroups'] }, signal);
  const [first] = rootDse ? sidsOf(rootDse, 'tokenGroups') : [];
  const token = first === undefined ? null : await readTokenAt(session, sidBase(first), signal);
  return token?.person.kind === 'directoryUser' ? token : null;
};
