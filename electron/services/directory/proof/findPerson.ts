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
export const personFilter = (
  { typed, account }: Pick<TypedAccount, 'typed' | 'account'>,
  isOfDomain: boolean,
): Filter =>
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

/** Who is meant where several fit: the one whose user principal name it is, else nobody; null: none fits. */
const chosen = (found: readonly FoundObject[], { typed }: TypedAccount): FoundObject | null => {
  const exact = found.filter((one) => one.userPrincipalName?.toLowerCase() === typed.toLowerCase());
  const [person, another] = exact.length > 0 ? exact : found;
  if (another !== undefined)
    throw new StageFailure(makeFinding('directoryUserAmbiguous', { userName: typed }));
  return person ?? null;
};

/** `otherDomain`: which one the name says instead of the one that is searched, whose user principal names may have it all the same. */
type Named = { person: FoundObject | null; otherDomain: string | null };

const findNamed = async (session: DirectorySession, name: string, signal: AbortSignal): Promise<Named> => {
  const typed = parseTypedAccount(name, session.domain);
  if (typed === null) return { person: null, otherDomain: null };
  const domains = (await readDomainsIfAllowed(session, signal)) ?? [];
  const named = domains.find((each) => isNamed(each, typed.domain));
  const isOfDomain = named === undefined ? isOurs(session.domain, typed.domain) : named.kind === 'own';
  const found = await search(session, personFilter(typed, isOfDomain), signal);
  return { person: chosen(found, typed), otherDomain: isOfDomain ? null : (named?.name ?? null) };
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
  const { person, otherDomain } = await findNamed(session, userName, signal);
  if (person !== null) return person;
  if (testUser === null) throw new StageFailure(makeFinding('directoryUserNotFound', { userName, domain }));
  throw new StageFailure(
    otherDomain === null
      ? makeFinding('testUserNotFound', { userName, domain })
      : makeFinding('testUserOfOtherDomain', { userName, otherDomain, domain }),
  );
};
