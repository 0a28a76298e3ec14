import type { Filter } from 'ldapts';
import type { LdapControl } from './ldapControl.ts';

export type SearchScope = 'base' | 'one' | 'subtree';

/** What to search for (RFC 4511, 4.5.1). Aliases are never followed: Active Directory has none. */
export type SearchRequest = {
  /** A DN, `<SID=…>` or `<GUID=…>` (ldapName.ts), or empty: the rootDSE, or the whole forest at a Global Catalog. */
  base: string;
  scope: SearchScope;
  /** From ldapFilter.ts; what a person typed comes into a filter by no other way. */
  filter: Filter;
  /** Names of the attributes to give; empty: all that are kept (not the constructed ones); `1.1`: none. */
  attributes: readonly string[];
  /** Entries that are asked for at a time (RFC 2696); none: all at once, up to the server's limit. */
  pageSize?: number;
  /** Entries after which the server stops with sizeLimitExceeded (4); none: its own limit. */
  sizeLimit?: number;
  /** After which the server stops with timeLimitExceeded (3); none: its own limit. */
  timeLimitSeconds?: number;
  controls?: readonly LdapControl[];
};
