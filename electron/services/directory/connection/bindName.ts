/** UPN, DOMAIN\user, or a DN (RFC 4514): forms that Active Directory takes as they are. */
const isComplete = /[@\\]|^[a-z][a-z0-9-]*=/i;

/** A DNS name in front of the backslash, where Active Directory knows a NetBIOS name only; with or without the dot of the root. */
const withDnsName = /^([^\\]+\.[^\\]*[^\\.])\.?\\([^\\@]+)$/;

/**
 * The name for a simple bind (MS-ADTS 5.1.1.1.1): account and domain, however somebody wrote them, become `anna@corp.example` where
 * Active Directory would refuse a bare account name, or `corp.example\anna`, which Windows itself takes.
 */
export const bindName = (userName: string, domain: string): string => {
  const [, dnsName, account] = withDnsName.exec(userName) ?? [];
  if (dnsName !== undefined && account !== undefined) return `${account}@${dnsName}`;
  return isComplete.test(userName) ? userName : `${userName}@${domain}`;
};
