import type { LdapDialogue } from './ldapDialogue.ts';
import type { LdapEntry } from './ldapEntry.ts';

export type RangedAttribute = {
  /** DN or another search base of the object. */
  base: string;
  attribute: string;
  /** The object as a search has given it already: its first values are not asked for again. */
  first?: LdapEntry;
};

/**
 * Gives all values of an attribute that Active Directory gives in parts (MS-ADTS 3.1.1.3.1.3.3), 1,500 at a time.
 * Throws as `search` does, and LdapProtocolError when the server's ranges do not go on.
 */
export declare const rangedValues: (
  dialogue: LdapDialogue,
  attribute: RangedAttribute,
  signal: AbortSignal,
) => AsyncGenerator<Buffer, void, void>;
