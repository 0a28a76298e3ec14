import type { LdapControl } from './ldapControl.ts';
import type { LdapEntry, LdapReference } from './ldapEntry.ts';
import type { LdapResult } from './ldapResult.ts';

/** A server's answer to a request, or one of several. */
export type LdapAnswer =
  | { kind: 'bindResponse'; result: LdapResult; serverToken: Buffer | null }
  | LdapEntry
  | LdapReference
  | { kind: 'searchResultDone'; result: LdapResult }
  | { kind: 'extendedResponse'; result: LdapResult; oid: string | null; value: Buffer | null }
  | { kind: 'intermediateResponse' };

/** One message of a server (RFC 4511, 4.1.1); messageId 0: nobody asked for it. */
export type LdapResponse = { messageId: number; answer: LdapAnswer; controls: readonly LdapControl[] };

/** What names an answer; that of a search's end and of the others with a result. */
export type AnswerOf<Kind extends LdapAnswer['kind']> = Extract<LdapAnswer, { kind: Kind }>;
