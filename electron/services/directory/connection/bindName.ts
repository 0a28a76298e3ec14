/** UPN, DOMAIN\user, or a DN (RFC 4514): forms that Active Directory takes as they are. */
const isComplete = /[@\\]|^[a-z][a-z0-9-]*=/i;

/** The name for a simple bind (MS-ADTS 5.1.1.1.1): a bare account name, which Active Directory would refuse, gets its domain. */
export const bindName = (userName: string, domain: string): string =>
  isComplete.test(userName) ? userName : `${userName}@${domain}`;
