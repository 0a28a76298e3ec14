import type { SrvRecord } from 'node:dns';
import { abortReason } from '../../concurrency/abortReason.ts';
import type { DirectoryResolver } from './createResolver.ts';
import { answerOf, type DnsAnswer } from './dnsAnswer.ts';
import { toDnsLabel, toDnsName } from './dnsName.ts';
import { findHostAddresses, type HostAddresses } from './hostAddresses.ts';
import { hostToAscii } from './hostToAscii.ts';
import { orderServices, type Random } from './orderServices.ts';

/** What a domain announces in DNS (MS-ADTS 6.3.2.3), by what it is for. */
const announcedServices = [
  'siteControllers',
  'controllers',
  'primaryController',
  'ldap',
  'kerberosTcp',
  'kerberosUdp',
  'passwordChange',
  'globalCatalog',
] as const;

type AnnouncedService = (typeof announcedServices)[number];

export type LocatedController = {
  host: string;
  /** Of LDAP without TLS, as the SRV record has it: 389. */
  port: number;
  addresses: string[];
  priority: number;
  weight: number;
  /** It is announced for the site that was asked for. */
  site: boolean;
};

export type LocateRequest = {
  /** DNS name of the domain, as somebody typed it. */
  domain: string;
  /** DNS name of the forest's root; null: not known yet, then the domain itself is asked for a global catalog. */
  forest: string | null;
  /** Name of the site of this machine; null: not known yet. */
  site: string | null;
};

export type LocatedControllers = {
  /** In the order in which they are to be tried; those of the site first. */
  controllers: LocatedController[];
  /** What DNS said to each question for SRV records; `siteControllers` is missing when no site was asked for. */
  services: Partial<Record<AnnouncedService, DnsAnswer<SrvRecord>>>;
  /** What DNS said of each controller's addresses. */
  hosts: HostAddresses[];
  /** The DNS servers that were asked. */
  dnsServers: string[];
};

/** What is asked for, by what it is for. */
type ServiceNames = Partial<Record<AnnouncedService, string>>;

export type LocateParts = { resolver: DirectoryResolver; random: Random };

/**
 * The names to ask for. A site whose name is no label of DNS is not asked for. Throws DnsNameError for a domain or a
 * forest that is no name.
 */
const serviceNames = (request: LocateRequest): ServiceNames => {
  const domain = toDnsName(request.domain);
  const forest = toDnsName(request.forest ?? request.domain);
  const site = request.site === null ? null : toDnsLabel(request.site);
  return {
    ...(site === null ? {} : { siteControllers: `_ldap._tcp.${site}._sites.dc._msdcs.${domain}` }),
    controllers: `_ldap._tcp.dc._msdcs.${domain}`,
    primaryController: `_ldap._tcp.pdc._msdcs.${domain}`,
    ldap: `_ldap._tcp.${domain}`,
    kerberosTcp: `_kerberos._tcp.${domain}`,
    kerberosUdp: `_kerberos._udp.${domain}`,
    passwordChange: `_kpasswd._tcp.${domain}`,
    globalCatalog: `_gc._tcp.${forest}`,
  };
};

type Services = LocatedControllers['services'];

const askServices = async (
  names: ServiceNames,
  resolver: DirectoryResolver,
  signal: AbortSignal,
): Promise<Services> => {
  const services: Services = {};
  const ask = async (service: AnnouncedService): Promise<void> => {
    const name = names[service];
    if (name === undefined) return;
    services[service] = await answerOf({ name, type: 'SRV' }, resolver.resolveSrv(name), signal);
  };
  await Promise.all(announcedServices.map(ask));
  return services;
};

const sameTarget = (one: SrvRecord, other: SrvRecord): boolean =>
  hostToAscii(one.name) === hostToAscii(other.name);

/**
 * Records of the controllers in order. `_ldap._tcp` stands in where the zone `_msdcs` is missing: its delegation is
 * often the one that broke.
 */
const controllersOf = ({ siteControllers, controllers, ldap }: Services, random: Random) => {
  const near = orderServices(siteControllers?.records ?? [], random);
  const announced = controllers?.records.length ? controllers.records : (ldap?.records ?? []);
  const others = orderServices(announced, random).filter(
    (record) => !near.some((one) => sameTarget(one, record)),
  );
  return [
    ...near.map((record) => ({ record, site: true })),
    ...others.map((record) => ({ record, site: false })),
  ];
};

const locate = async (request: LocateRequest, { resolver, random }: LocateParts, signal: AbortSignal) => {
  const services = await askServices(serviceNames(request), resolver, signal);
  const found = controllersOf(services, random);
  const hosts = await Promise.all(
    found.map(({ record }) => findHostAddresses(record.name, resolver, signal)),
  );
  const controllers = found.map(({ record: { port, priority, weight, name }, site }, index) => ({
    ...{ host: hosts[index]?.host ?? name, port, priority, weight, site },
    addresses: hosts[index]?.addresses ?? [],
  }));
  return { controllers, services, hosts, dnsServers: resolver.getServers() };
};

/**
 * Finds the controllers of a domain in DNS: SRV records as MS-ADTS 6.3.2.3 and 6.3.6 name them, in the order of
 * RFC 2782, with the addresses of each. DNS that fails is an answer, not an error. Throws DnsNameError for a domain
 * that is no name, and the reason of the signal, which cancels the questions.
 */
export const locateControllers = async (
  request: LocateRequest,
  parts: LocateParts,
  signal: AbortSignal,
): Promise<LocatedControllers> => {
  if (signal.aborted) throw abortReason(signal);
  const cancel = (): void => parts.resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await locate(request, parts, signal);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
};
