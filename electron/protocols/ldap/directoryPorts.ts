/**
 * TCP ports of a domain controller: Kerberos, RPC, LDAP, SMB, change of passwords, LDAPS, Global Catalog with and without
 * TLS ("Service overview and network port requirements for Windows").
 */
export const directoryPorts = [88, 135, 389, 445, 464, 636, 3268, 3269] as const;
