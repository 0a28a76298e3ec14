import { allOf, anyOf, equals, type Filter } from '../../../protocols/ldap/ldapFilter.ts';
import type { SearchRequest } from '../../../protocols/ldap/searchRequest.ts';
import type { TypedAccount } from '../../../stores/directory/directoryObjectStore.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { StageFailure } from '../../proof/stage.ts';
import { isNamed, isOurs } from '../access/signInDomain.ts';
import { readDomainsIfAllowed } from '../access/readDomainsIfAllowed.ts';
import type { FoundObject } from '../directoryReader.ts';
import { parseTypedAccount } from '../people/typedAccount.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import { accountTypes, foundAttributes, toFoundObject } from '../reading/foundObject.ts';
import { readOwnToken } from '../reading/readObject.ts';
import type { ProvenDirectory } from './directoryProof.ts';

/**
 * A user by the name that was typed: the account name where the domain beside it is the one that is searched, and in any case the
 * user principal name, whose suffix need not be a domain.
 */
export const personFilter = ({ typed, account }: TypedAccount, isOfDomain: boolean): Filter =>
  allOf(
    equals('sAMAccountType', accountTypes.user),
    anyOf(...(isOfDomain ? [equals('sAMAccountName', account)] : []), equals('userPrincipalName', typed)),
  );

const search = async (
  { dialogue, defaultNamingContext, netbiosNameOf }: DirectorySession,
  filter: Filter,
  signal: AbortSignal,
): Promise<FoundObject[]> => {
  const request: SearchRequest = {
    ...{ base: defaultNamingContext, scope: 'subtree', filter },
    ...{ attributes: foundAttributes, sizeLimit: 10 },
  };
  const found: FoundObject[] = [];
  for await (const item of dialogue.search(request, signal)) {
    const person = item.kind === 'entry' ? toFoundObject(item, netbiosNameOf) : null;
    if (person !== null) found.push(person);
  }
  return found;
};

/** Whether the domain that was typed is the one that is searched. Throws StageFailure (testUserOfOtherDomain) for one that it trusts. */
const isOfSearchedDomain = async (
  session: DirectorySession,
  { typed, domain }: TypedAccount,
  signal: AbortSignal,
): Promise<boolean> => {
  const domains = (await readDomainsIfAllowed(session, signal)) ?? [];
  const named = domains.find((each) => isNamed(each, domain));
  if (named === undefined) return isOurs(session.domain, domain);
  if (named.kind === 'own') return true;
  const parameters = { userName: typed, otherDomain: named.name, domain: session.domain };
  throw new StageFailure(makeFinding('testUserOfOtherDomain', parameters));
};

const findNamed = async (
  session: DirectorySession,
  name: string,
  signal: AbortSignal,
): Promise<FoundObject[]> => {
  const typed = parseTypedAccount(name, session.domain);
  if (typed === null) return [];
  return search(session, personFilter(typed, await isOfSearchedDomain(session, typed, signal)), signal);
};

/** Who is meant where several fit: the one whose user principal name it is, else nobody; undefined: none fits. */
const chosen = (found: readonly FoundObject[], name: string): FoundObject | undefined => {
  const exact = found.filter((one) => one.userPrincipalName?.toLowerCase() === name.toLowerCase());
  const [person, another] = exact.length > 0 ? exact : found;
  if (another !== undefined)
    throw new StageFailure(makeFinding('directoryUserAmbiguous', { userName: name }));
  return person;
};

/**
 * The person whose groups a proof reads: who was named, looked for in the domain that is proven, else the identity that is signed
 * in. Throws StageFailure (testUserNotFound, testUserOfOtherDomain, directoryUserNotFound, directoryUserAmbiguous) and as
 * `search` does.
 */
export const findPerson = async (
  session: DirectorySession,
  { testUser, directory: { identity, domain } }: ProvenDirectory,
  signal: AbortSignal,
): Promise<FoundObject> => {
  const own = testUser === null ? await readOwnToken(session, signal) : null;
  if (own !== null) return own.person;
  const userName = testUser ?? (identity.mode === 'password' ? identity.userName : '');
  const person = chosen(await findNamed(session, userName, signal), userName);
  if (person !== undefined) return person;
  const code = testUser === null ? 'directoryUserNotFound' : 'testUserNotFound';
  throw new StageFailure(makeFinding(code, { userName, domain }));
};
