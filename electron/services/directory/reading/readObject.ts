import { type LdapEntry, bytesOf, textOf } from '../../../protocols/ldap/ldapEntry.ts';
import { allOf, anyOf, equals } from '../../../protocols/ldap/ldapFilter.ts';
import { guidBase, sidBase } from '../../../protocols/ldap/ldapName.ts';
import { LdapProtocolError } from '../../../protocols/ldap/ldapProtocolError.ts';
import { readEntry } from '../../../protocols/ldap/readEntry.ts';
import { decodeSid, encodeSid } from '../../../protocols/ldap/securityIdentifier.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { StageFailure } from '../../proof/stage.ts';
import type { FoundObject } from '../directoryReader.ts';
import type { DirectorySession } from './directorySession.ts';
import { accountTypes, foundAttributes, toFoundObject } from './foundObject.ts';

/** SIDs in one filter: more make servers refuse it as too complex. */
const sidsAtOnce = 100;

/** All SIDs of an attribute; what is none is left out. */
export const sidsOf = (entry: LdapEntry, name: string): string[] =>
  bytesOf(entry, name).flatMap((bytes) => decodeSid(bytes) ?? []);

/** Whatever a controller answers, nobody is taken for somebody else. */
const demandSame = (found: FoundObject | null, objectGuid: string): void => {
  if (found && found.objectGuid !== objectGuid.toLowerCase())
    throw new LdapProtocolError('Another object than the one that was asked for.');
};

/**
 * A user or group by its objectGUID, wherever in the domain it was moved. Null: it is not in this domain. Throws
 * LdapProtocolError for another object.
 */
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
  const found = entry && toFoundObject(entry, netbiosNameOf);
  demandSame(found, objectGuid);
  return found;
};

/** Somebody with groups, as one controller says it. */
export type ReadToken = { person: FoundObject; groupSids: readonly string[] };

/**
 * `base`: `<GUID=…>` or `<SID=…>`. tokenGroups is given for one object at a time only (MS-ADTS 3.1.1.4.5.19). Everybody is in a
 * primary group: a token without groups is one that may not be read, which throws StageFailure.
 */
const readTokenAt = async (
  { dialogue, netbiosNameOf, controller }: DirectorySession,
  base: string,
  signal: AbortSignal,
): Promise<ReadToken | null> => {
  const attributes = [...foundAttributes, 'tokenGroups'];
  const entry = await readEntry(dialogue, { base, attributes }, signal);
  const person = entry && toFoundObject(entry, netbiosNameOf);
  if (!entry || !person) return null;
  const groupSids = sidsOf(entry, 'tokenGroups');
  if (groupSids.length === 0) throw new StageFailure(makeFinding('tokenGroupsNotReadable', { controller }));
  return { person, groupSids };
};

/** Somebody with all groups, by one query. Null: there is no such object in this domain. Throws as `readObject` does. */
export const readToken = async (
  session: DirectorySession,
  objectGuid: string,
  signal: AbortSignal,
): Promise<ReadToken | null> => {
  const token = await readTokenAt(session, guidBase(objectGuid), signal);
  demandSame(token && token.person, objectGuid);
  return token;
};

/** As whom a controller takes a connection: the SIDs of accounts and groups of domains, and the account's name where it gives one. */
export type OwnContext = { sids: readonly string[]; principalName: string | null };

/** What the controller itself says of who is signed in (MS-ADTS 3.1.1.3.2: tokenGroups and msDS-PrincipalName of the rootDSE). */
export const readOwnContext = async (
  { dialogue }: Pick<DirectorySession, 'dialogue'>,
  signal: AbortSignal,
): Promise<OwnContext> => {
  const attributes = ['tokenGroups', 'msDS-PrincipalName'];
  const rootDse = await readEntry(dialogue, { base: '', attributes }, signal);
  const sids = rootDse ? sidsOf(rootDse, 'tokenGroups').filter((sid) => sid.startsWith('S-1-5-21-')) : [];
  return { sids, principalName: rootDse && textOf(rootDse, 'msDS-PrincipalName') };
};

const accountOf = (name: string): string => name.slice(name.indexOf('\\') + 1).toLowerCase();

/** `CORP\anna` names its account; a SID, which is given where there is no name, does not. */
const isCalled = ({ accountName }: FoundObject, principalName: string | null): boolean =>
  !principalName?.includes('\\') || accountOf(accountName) === accountOf(principalName);

async function* findUsers(
  { dialogue, defaultNamingContext, netbiosNameOf }: DirectorySession,
  sids: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<FoundObject, void, void> {
  for (let at = 0; at < sids.length; at += sidsAtOnce) {
    const wanted = anyOf(
      ...sids.slice(at, at + sidsAtOnce).map((sid) => equals('objectSid', encodeSid(sid))),
    );
    const filter = allOf(equals('sAMAccountType', accountTypes.user), wanted);
    const request = {
      base: defaultNamingContext,
      scope: 'subtree',
      filter,
      attributes: foundAttributes,
    } as const;
    for await (const item of dialogue.search(request, signal)) {
      const found = item.kind === 'entry' ? toFoundObject(item, netbiosNameOf) : null;
      if (found) yield found;
    }
  }
}

/**
 * The one user of this domain whose SID is among those of a signed-in connection, with all groups. The values have no order
 * (RFC 4511, 4.1.7), so each is looked for; groups are no users. Null: none of them is a user of this domain, or several are.
 */
export const readTokenAmong = async (
  session: DirectorySession,
  { sids, principalName }: OwnContext,
  signal: AbortSignal,
): Promise<ReadToken | null> => {
  const users: FoundObject[] = [];
  for await (const user of findUsers(session, sids, signal))
    if (isCalled(user, principalName)) users.push(user);
  const [user, another] = users;
  return user && !another ? readTokenAt(session, sidBase(user.objectSid), signal) : null;
};

/**
 * Who has signed in on this connection, as the controller itself says it. No name that somebody typed has a part in it, so that
 * nobody is taken for somebody else of a similar name. Null: it does not say, or the account is no user of this domain.
 */
export const readOwnToken = async (
  session: DirectorySession,
  signal: AbortSignal,
): Promise<ReadToken | null> => readTokenAmong(session, await readOwnContext(session, signal), signal);
