import { anyOf, type Filter } from '../../../protocols/ldap/ldapFilter.ts';
import type { LdapEntry } from '../../../protocols/ldap/ldapEntry.ts';
import type { DirectorySession } from './directorySession.ts';

/** Filters in one question: more make servers refuse it as too complex. */
const filtersAtOnce = 50;

/**
 * What any of many filters fits, with as few questions as servers take.
 * @param base where to look, with all below; empty: everywhere that a Global Catalog knows.
 */
export async function* searchAnyOf(
  { dialogue }: Pick<DirectorySession, 'dialogue'>,
  { base, filters, attributes }: { base: string; filters: readonly Filter[]; attributes: readonly string[] },
  signal: AbortSignal,
): AsyncGenerator<LdapEntry, void, void> {
  for (let at = 0; at < filters.length; at += filtersAtOnce) {
    const filter = anyOf(...filters.slice(at, at + filtersAtOnce));
    const request = { base, scope: 'subtree', filter, attributes, pageSize: filtersAtOnce } as const;
    for await (const item of dialogue.search(request, signal)) if (item.kind === 'entry') yield item;
  }
}
