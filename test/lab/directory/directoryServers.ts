import { type Availability, ensureDebianPackages } from '../debianPackages.ts';

const packages = [
  'samba',
  'samba-ad-provision',
  'samba-dsdb-modules',
  'samba-vfs-modules',
  'winbind',
  'krb5-user',
  'ldap-utils',
  'ldb-tools',
  'libsasl2-modules-gssapi-mit',
  'dnsutils',
  'libfaketime',
  'openssl',
] as const;

/**
 * Makes sure that Samba and the tools around it are installed: on Debian, as root, it installs what is missing with
 * apt (20 seconds or so); nothing is started and nothing outside the packages is changed.
 * @returns whether a directory lab can start, or the reason why not.
 */
export function ensureDirectoryServers(): Promise<Availability> {
  return ensureDebianPackages(packages);
}
