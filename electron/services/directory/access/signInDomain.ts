import { fail, isFailure } from '../../../contract/failures.ts';
import type { NamedDomain } from '../reading/readDomains.ts';
import type { KnownDomains } from './knownDomains.ts';
import type { SessionUse } from './sessionUse.ts';
import { proposedName } from './toDirectorySession.ts';
import { trustObstacle } from './trustObstacle.ts';

export type SignInDomainParts = { use: Pick<SessionUse, 'readDomains'>; known: KnownDomains };

/** The domain in front of the backslash or behind the sign @, without the dot of the root; null: a bare name. */
const domainNameIn = (name: string): string | null => {
  const domain = /^([^\\]+)\\/.exec(name)?.[1] ?? /@([^@]+)$/.exec(name)?.[1] ?? null;
  return domain?.trim().replace(/\.$/, '') ?? null;
};

/** True for DNS name or NetBIOS name of a domain. */
export const isNamed = ({ name, netbiosName }: NamedDomain, typed: string): boolean =>
  [name, netbiosName].some((known) => known.toLowerCase() === typed.toLowerCase());

/** True for what our own domain is called as long as nobody has told its NetBIOS name: the DNS name, and what Windows proposes. */
export const isOurs = (own: string, typed: string): boolean =>
  [own, proposedName(own)].some((name) => name.toLowerCase() === typed.toLowerCase());

/** The domain of an account, by its name as a controller writes it (`CORP\anna`); null: it names none that is known. */
export const domainOfAccount = (
  accountName: string | null,
  domains: readonly NamedDomain[],
): NamedDomain | null => {
  const named = accountName === null ? null : domainNameIn(accountName);
  return named === null ? null : (domains.find((domain) => isNamed(domain, named)) ?? null);
};

/** A DNS name in front of the backslash, by which not every controller knows the domain. */
const hasDnsNameInFront = /^[^\\]*\.[^\\]*\\/;

/**
 * `corp.example\anna` as `CORP\anna`, by which a bind means the account of that name and no other (MS-ADTS 5.1.1.1.1);
 * `anna@corp.example` may be the user principal name of somebody else.
 */
const withNetbiosName = (name: string, { netbiosName }: NamedDomain): string =>
  netbiosName === '' ? name : name.replace(/^[^\\]+(?=\\)/, () => netbiosName);

/** Where somebody signs in, and as whom. `domain` null: our own. */
export type SignInPlace = { domain: string | null; userName: string };

/**
 * Says where somebody signs in: in our own domain also under names that nobody knows, which may be suffixes of user principal
 * names and go there as they were typed. The identity that reads is waited for only when the name is neither known nor looks
 * like ours, or a controller may not know it; where it cannot read, nobody is kept from signing in. DIRECTORY_UNREACHABLE for a
 * domain that a trust keeps from us.
 */
export const createSignInDomain = ({ use, known }: SignInDomainParts) => {
  const readIfPossible = async (signal: AbortSignal): Promise<readonly NamedDomain[]> => {
    try {
      return await use.readDomains({ refresh: false }, signal);
    } catch (error) {
      if (isFailure(error)) return [];
      throw error;
    }
  };

  const find = async (own: string, name: string, signal: AbortSignal): Promise<NamedDomain | null> => {
    const typed = domainNameIn(name);
    if (typed === null) return null;
    const isTyped = (domain: NamedDomain): boolean => isNamed(domain, typed);
    const present = known.of(own).find(isTyped);
    if (present) return present;
    const isSentAsTyped = isOurs(own, typed) && !hasDnsNameInFront.test(name);
    if (isSentAsTyped || known.isFresh(own)) return null;
    return (await readIfPossible(signal)).find(isTyped) ?? null;
  };

  return async (own: string, name: string, signal: AbortSignal): Promise<SignInPlace> => {
    const domain = await find(own, name, signal);
    if (domain === null) return { domain: null, userName: name };
    const finding = trustObstacle(domain);
    if (finding) throw fail('DIRECTORY_UNREACHABLE', { finding });
    return { domain: domain.kind === 'own' ? null : domain.name, userName: withNetbiosName(name, domain) };
  };
};
