import { fail, isFailure } from '../../../contract/failures.ts';
import type { NamedDomain } from '../reading/readDomains.ts';
import type { KnownDomains } from './knownDomains.ts';
import type { SessionUse } from './sessionUse.ts';
import { proposedName } from './toDirectorySession.ts';
import { trustObstacle } from './trustObstacle.ts';

export type SignInDomainParts = { use: Pick<SessionUse, 'readDomains'>; known: KnownDomains };

/** The domain in front of the backslash or behind the sign @; null: a bare name. */
const domainNameIn = (name: string): string | null =>
  /^([^\\]+)\\/.exec(name)?.[1] ?? /@([^@]+)$/.exec(name)?.[1] ?? null;

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

/**
 * Says where somebody signs in: null: in our own domain, also under names that nobody knows, which may be suffixes of user
 * principal names. The identity that reads is waited for only when the name is neither known nor looks like ours; where it
 * cannot read, nobody is kept from signing in. DIRECTORY_UNREACHABLE for a domain that a trust keeps from us.
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

  const find = async (own: string, typed: string, signal: AbortSignal): Promise<NamedDomain | null> => {
    const isTyped = (domain: NamedDomain): boolean => isNamed(domain, typed);
    const present = known.of(own).find(isTyped);
    if (present) return present;
    if (isOurs(own, typed) || known.isFresh(own)) return null;
    return (await readIfPossible(signal)).find(isTyped) ?? null;
  };

  return async (own: string, name: string, signal: AbortSignal): Promise<string | null> => {
    const typed = domainNameIn(name);
    const domain = typed === null ? null : await find(own, typed, signal);
    if (domain === null || domain.kind === 'own') return null;
    const finding = trustObstacle(domain);
    if (finding) throw fail('DIRECTORY_UNREACHABLE', { finding });
    return domain.name;
  };
};
