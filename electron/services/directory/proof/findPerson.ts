import { allOf, anyOf, equals, type Filter } from '../../../protocols/ldap/ldapFilter.ts';
import type { SearchRequest } from '../../../protocols/ldap/searchRequest.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { StageFailure } from '../../proof/stage.ts';
import type { FoundObject } from '../directoryReader.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import { accountTypes, foundAttributes, toFoundObject } from '../reading/foundObject.ts';
import { readOwnToken } from '../reading/readObject.ts';
import type { ProvenDirectory } from './directoryProof.ts';

/** The forms in which people sign in (U19): `CORP\anna`, `anna@corp.example`, `anna`. */
export const personFilter = (name: string): Filter => {
  const account = name.slice(name.indexOf('\\') + 1);
  const beforeAt = account.includes('@') ? account.slice(0, account.lastIndexOf('@')) : account;
  return allOf(
    equals('sAMAccountType', accountTypes.user),
    anyOf(equals('sAMAccountName', beforeAt), equals('userPrincipalName', account)),
  );
};

const search = async (
  session: DirectorySession,
  name: string,
  signal: AbortSignal,
): Promise<FoundObject[]> => {
  const { dialogue, defaultNamingContext, netbiosNameOf } = session;
  const request: SearchRequest = {
    ...{ base: defaultNamingContext, scope: 'subtree', filter: personFilter(name) },
    ...{ attributes: foundAttributes, sizeLimit: 10 },
  };
  const found: FoundObject[] = [];
  for await (const item of dialogue.search(request, signal)) {
    const person = item.kind === 'entry' ? toFoundObject(item, netbiosNameOf) : null;
    if (person !== null) found.push(person);
  }
  return found;
};

/** Who is meant where several fit: the one whose user principal name it is, else nobody. */
const chosen = (found: readonly FoundObject[], name: string): FoundObject => {
  const exact = found.filter((one) => one.userPrincipalName?.toLowerCase() === name.toLowerCase());
  const [person, another] = exact.length > 0 ? exact : found;
  if (person === undefined) throw new StageFailure(makeFinding('directoryUserNotFound', { userName: name }));
  if (another !== undefined)
    throw new StageFailure(makeFinding('directoryUserAmbiguous', { userName: name }));
  return person;
};

/**
 * The person whose groups a proof reads: who was named, else the identity that is signed in. Throws StageFailure
 * (directoryUserNotFound, directoryUserAmbiguous) and as `search` does.
 */
export const findPerson = async (
  session: DirectorySession,
  { testUser, directory: { identity } }: ProvenDirectory,
  signal: AbortSignal,
): Promise<FoundObject> => {
  const own = testUser === null ? await readOwnToken(session, signal) : null;
  if (own !== null) return own.person;
  const name = testUser ?? (identity.mode === 'password' ? identity.userName : '');
  return chosen(name === '' ? [] : await search(session, name, signal), name);
};
