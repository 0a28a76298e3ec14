import type { NamedDomain } from '../reading/readDomains.ts';
import type { ReadToken } from '../reading/readObject.ts';

type Known = Pick<NamedDomain, 'name' | 'kind' | 'sid' | 'forest'>;

/** True for an account or a group of this domain: the SID is the domain's and one number more (MS-DTYP 2.4.2). */
export const isOfDomain = (sid: string, { sid: head }: Pick<NamedDomain, 'sid'>): boolean =>
  head !== null && sid.startsWith(`${head}-`) && !sid.slice(head.length + 1).includes('-');

/**
 * What a controller of a domain may say of somebody: people of its own domain only, and of their groups only those of its own
 * forest, so that nobody becomes a member of our groups by the word of a foreign administrator (SID filtering, MS-PAC 4.1.2.2).
 * The built-in groups of another domain are not ours, although they have the same SIDs. Our own domain is believed.
 * Null: the person is not of this domain.
 * @param domains what our directory says of its domains.
 */
export const believedToken = <Token extends ReadToken>(
  token: Token,
  domain: string,
  domains: readonly Known[],
): Token | null => {
  const asked = domains.find(({ name }) => name === domain);
  const isOwn = asked?.kind === 'own' || domains.length === 0;
  const { person, groupSids } = token;
  if (person.domain !== domain) return null;
  if (isOwn && (asked?.sid ?? null) === null) return token;
  if (!asked || !isOfDomain(person.objectSid, asked)) return null;
  if (isOwn) return token;
  const forest = domains.filter((each) => each.forest === asked.forest);
  return {
    ...token,
    groupSids: groupSids.filter((sid) => forest.some((each) => isOfDomain(sid, each))),
  };
};
