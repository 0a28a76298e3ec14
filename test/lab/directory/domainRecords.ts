/** A controller as DNS tells of it. */
export type AnnouncedController = {
  /** Host name. */
  readonly name: string;
  readonly address: string;
};

/** A record of the lab's DNS server; names in small letters. */
export type DnsRecord =
  | { readonly name: string; readonly type: 'A'; readonly address: string }
  | { readonly name: string; readonly type: 'SRV'; readonly target: string; readonly port: number };

/** The site that every controller of the lab is in, as a part of DNS. */
const site = 'default-first-site-name._sites';

/** What a domain controller registers (MS-ADTS 6.3.2.3), under the name of the domain. */
const services: readonly (readonly [name: string, port: number])[] = [
  ['_ldap._tcp', 389],
  [`_ldap._tcp.${site}`, 389],
  ['_ldap._tcp.dc._msdcs', 389],
  [`_ldap._tcp.${site}.dc._msdcs`, 389],
  ['_ldap._tcp.pdc._msdcs', 389],
  ['_ldap._tcp.gc._msdcs', 3268],
  [`_ldap._tcp.${site}.gc._msdcs`, 3268],
  ['_gc._tcp', 3268],
  [`_gc._tcp.${site}`, 3268],
  ['_kerberos._tcp', 88],
  ['_kerberos._udp', 88],
  [`_kerberos._tcp.${site}`, 88],
  ['_kerberos._tcp.dc._msdcs', 88],
  [`_kerberos._tcp.${site}.dc._msdcs`, 88],
  ['_kpasswd._tcp', 464],
  ['_kpasswd._udp', 464],
];

/** @returns every record of a domain with these controllers. */
export function domainRecords(domain: string, controllers: readonly AnnouncedController[]): DnsRecord[] {
  return controllers.flatMap(({ name: target, address }): DnsRecord[] => [
    { name: target, type: 'A', address },
    { name: domain, type: 'A', address },
    { name: `gc._msdcs.${domain}`, type: 'A', address },
    ...services.map(([service, port]): DnsRecord => ({
      name: `${service}.${domain}`,
      type: 'SRV',
      target,
      port,
    })),
  ]);
}
