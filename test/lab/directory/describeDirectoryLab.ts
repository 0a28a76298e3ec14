import type { DirectoryLab } from './directoryLab.ts';

/** Tells somebody at a terminal how to reach a running lab, and what to try. */
export function describeDirectoryLab(lab: DirectoryLab): string {
  const { controllers, partner, dns, users, administrator, authority, kerberosConfiguration } = lab;
  const [first] = controllers;
  const servers = [...controllers, ...(partner ? [partner.controller] : [])];
  const people = [...Object.values(users), ...Object.values(partner?.users ?? {})];
  return `Domain ${lab.domain} (${lab.netbiosName}), controllers:
${servers.map(({ name, address }) => `  ${name.padEnd(26)}${address}`).join('\n')}
DNS server:           ${dns.address}
Users:
  ${administrator.name} / ${administrator.password}
${people.map(({ userPrincipalName, password }) => `  ${userPrincipalName} / ${password}`).join('\n')}
Certificate to trust: ${authority.path}
Kerberos:             KRB5_CONFIG=${kerberosConfiguration}
Log:                  ${first.log.path}
Try:
  LDAPTLS_CACERT=${authority.path} ldapsearch -LLL -H ldaps://${first.address} -D ${users.alice.userPrincipalName} \\
    -w '${users.alice.password}' -b ${lab.root} '(sAMAccountName=alice)' memberOf
  dig @${dns.address} +noedns -t SRV _ldap._tcp.${lab.domain}
Ctrl+C stops.
`;
}
