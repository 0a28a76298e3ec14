/** A principal as Kerberos names it (RFC 4120, 6.2), also where a service stands before its host as in GSSAPI (RFC 2743, 4.1). */
export const principalName = (name: string): string => (name.includes('/') ? name : name.replace('@', '/'));
