import type { LdapDialogue } from '../../../protocols/ldap/ldapDialogue.ts';

/** One controller that somebody is signed in to, and what has to be known of its domain to read it. */
export type DirectorySession = {
  dialogue: Pick<LdapDialogue, 'search'>;
  /** DNS name of the controller. */
  controller: string;
  /** DNS name of its domain. */
  domain: string;
  /** Distinguished names (MS-ADTS 3.1.1.3.2). */
  defaultNamingContext: string;
  configurationNamingContext: string;
  /** Of a domain by its DNS name; its first label where it is not known. */
  netbiosNameOf: (domain: string) => string;
};
