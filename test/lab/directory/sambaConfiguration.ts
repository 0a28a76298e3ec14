import type { LabDomain } from './directoryIdentities.ts';

/** What smb.conf is made from. */
export type SambaLayout = {
  /** Absolute path of everything of this controller. */
  readonly home: string;
  /** The only address it listens on; the LDAP ports cannot be chosen. */
  readonly address: string;
  /** First label of its host name. */
  readonly hostLabel: string;
  readonly domain: LabDomain;
};

/** Folders that Samba wants to find. */
export const sambaFolders = ['etc', 'run/ncalrpc', 'run/ntp', 'run/winbind', 'cache', 'log', 'tls'] as const;

/** Where Samba keeps the sockets of its RPC services. */
export const sambaPipeFolder = 'run/ncalrpc/np';

/** Path of smb.conf in the folder of a controller. */
export const sambaConfigurationFile = 'etc/smb.conf';

/**
 * The text of smb.conf(5). Nothing of the machine's own configuration has a say, and every path is inside `home`.
 * `allow_sasl_over_tls`: Kerberos binds over TLS are refused otherwise, signed or not.
 */
export function sambaConfiguration({ home, address, hostLabel, domain }: SambaLayout): string {
  return `[global]
netbios name = ${hostLabel.toUpperCase()}
realm = ${domain.name.toUpperCase()}
workgroup = ${domain.netbiosName}
server role = active directory domain controller
server services = ldap, cldap, kdc, dns, rpc
interfaces = ${address}/8
bind interfaces only = yes
dns forwarder =
log level = 1
ldap server require strong auth = allow_sasl_over_tls
tls keyfile = ${home}/tls/key.pem
tls certfile = ${home}/tls/chain.pem
tls cafile = ${home}/tls/authority.pem
vfs objects = dfs_samba4 acl_xattr xattr_tdb
xattr_tdb:file = ${home}/xattr.tdb
log file = ${home}/log/log.%m
pid directory = ${home}/run
ncalrpc dir = ${home}/run/ncalrpc
ntp signd socket directory = ${home}/run/ntp
winbindd socket directory = ${home}/run/winbind
state directory = ${home}/state
cache directory = ${home}/cache
lock directory = ${home}
private dir = ${home}/private
binddns dir = ${home}/bind-dns

[sysvol]
path = ${home}/state/sysvol
read only = no

[netlogon]
path = ${home}/state/sysvol/${domain.name}/scripts
read only = no
`;
}
