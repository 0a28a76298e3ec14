/** An addition to a request or an answer (RFC 4511, 4.1.11). */
export type LdapControl = {
  oid: string;
  /** The server refuses the request (12) when it does not know this control. */
  isCritical: boolean;
  value: Buffer | null;
};

/** Names of the controls of MS-ADTS 3.1.1.3.4.1 that the program sends, and RFC 2696's. */
export const ldapControls = {
  pagedResults: '1.2.840.113556.1.4.319',
  /** LDAP_SERVER_EXTENDED_DN_OID: names come with GUID and SID. */
  extendedDn: '1.2.840.113556.1.4.529',
  /** LDAP_SERVER_SHOW_DELETED_OID: objects that were deleted are found too. */
  showDeleted: '1.2.840.113556.1.4.417',
} as const;
