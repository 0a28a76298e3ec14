import { createHash } from 'node:crypto';
import type { DirectoryEncryption, DirectoryWrite } from '../../../contract/directory/directoryValues.ts';
import type { UserName } from '../../../contract/mail/secret.ts';
import { hostToAscii } from '../../../protocols/dns/hostToAscii.ts';
import type { SecretTarget } from '../../secrets/secretTarget.ts';
import { shownTrust } from '../../trust/shownTrust.ts';

/** The directory and account that a password is for: whatever decides which machine gets it. */
export type DirectoryAccount = Pick<
  DirectoryWrite,
  'domain' | 'controllers' | 'dnsServers' | 'encryption' | 'trust'
> & { userName: UserName };

/** Rising: in clear, never in clear. */
const protectionOf: Record<DirectoryEncryption, number> = { none: 0, starttls: 1, ldaps: 1 };

/** In which order they are tried, and which site is asked first, leads a password to nobody else. */
const controllersOf = ({ controllers }: DirectoryAccount): string[] | 'dns' =>
  controllers.source === 'dns' ? 'dns' : controllers.hosts.map(hostToAscii).toSorted();

const trustOf = (account: DirectoryAccount): string => {
  const trust = shownTrust(account.trust);
  return trust.mode === 'system' ? 'system' : createHash('sha256').update(trust.pem).digest('hex');
};

/** What the password of the directory is bound to; see `README.md` of `electron/services/directory/settings`. */
export const directoryTarget = (account: DirectoryAccount): SecretTarget => {
  const { domain, dnsServers, userName, encryption } = account;
  const name = userName.source === 'value' ? userName.value : userName.name;
  const servers = [domain, controllersOf(account), dnsServers.toSorted(), trustOf(account)];
  return {
    account: JSON.stringify(['ldap', ...servers, 'password', userName.source, name]),
    protection: protectionOf[encryption],
  };
};
