import { isIP } from 'node:net';
import { abortReason } from '../../../concurrency/abortReason.ts';
import type { DirectoryResolver } from '../../../protocols/dns/createResolver.ts';
import { findHostAddresses, type HostAddresses } from '../../../protocols/dns/hostAddresses.ts';
import { type LocatedControllers, locateControllers } from '../../../protocols/dns/locateControllers.ts';
import { resolveHost } from '../../../protocols/dns/resolveHost.ts';
import { errorCode } from '../../../protocols/net/connectionError.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import type { DirectoryParts } from './directoryParts.ts';
import { askOwnSite } from './askOwnSite.ts';

/** A domain controller that may be asked. */
export type Controller = {
  /** DNS name, or the address that was typed. */
  host: string;
  /** In the order in which they are tried; empty: DNS has none. */
  addresses: readonly string[];
  /** DNS names it for the site of this machine; null: nobody asked DNS for one. */
  isNear: boolean | null;
};

/** What a directory is looked for with. */
export type DirectoryPlace = Pick<ResolvedDirectory, 'domain' | 'controllers' | 'dnsServers'>;

export type LocatedDirectory = {
  /** In the order in which they are to be tried. */
  controllers: Controller[];
  /** What DNS said; null: the controllers were typed. */
  announced: LocatedControllers | null;
  /** What DNS said of the addresses of each host that it was asked for. */
  hosts: readonly HostAddresses[];
  /** The site that was asked for; null: none is known. */
  site: string | null;
};

/** Who was typed is found as every program finds it, unless other DNS servers are to be asked. */
const addressesOf = async (
  host: string,
  resolver: DirectoryResolver | null,
  signal: AbortSignal,
): Promise<HostAddresses> => {
  if (resolver !== null || isIP(host) > 0)
    return resolver === null
      ? { host, addresses: [host], answers: [] }
      : findHostAddresses(host, resolver, signal);
  try {
    return { host, addresses: (await resolveHost(host)).addresses, answers: [] };
  } catch (error) {
    // A name without an address is found out to be so when its turn comes.
    if (errorCode(error) === null) throw error;
    return { host, addresses: [], answers: [] };
  }
};

const locateTyped = async (
  typed: readonly string[],
  place: DirectoryPlace,
  parts: DirectoryParts,
  signal: AbortSignal,
): Promise<LocatedDirectory> => {
  const resolver = place.dnsServers.length > 0 ? parts.createResolver(place.dnsServers) : null;
  const cancel = (): void => resolver?.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const hosts = await Promise.all(typed.map((host) => addressesOf(host, resolver, signal)));
    if (signal.aborted) throw abortReason(signal);
    const controllers = hosts.map(({ host, addresses }) => ({ host, addresses, isNear: null }));
    return { controllers, announced: null, hosts, site: null };
  } finally {
    signal.removeEventListener('abort', cancel);
  }
};

const locateInDns = async (
  typedSite: string | null,
  { domain, dnsServers }: DirectoryPlace,
  parts: DirectoryParts,
  signal: AbortSignal,
): Promise<LocatedDirectory> => {
  const ask = (site: string | null): Promise<LocatedControllers> => {
    const resolver = parts.createResolver(dnsServers);
    return locateControllers({ domain, forest: null, site }, { resolver, random: parts.random }, signal);
  };
  const first = await ask(typedSite);
  const site = typedSite ?? (await askOwnSite(first.controllers, domain, parts, signal));
  const announced = typedSite === null && site !== null ? await ask(site) : first;
  const isSiteKnown = announced.services.siteControllers !== undefined;
  const controllers = announced.controllers.map((controller) => ({
    ...{ host: controller.host, addresses: controller.addresses },
    isNear: isSiteKnown ? controller.site : null,
  }));
  return { controllers, announced, hosts: announced.hosts, site };
};

/**
 * Finds the controllers of a directory: those that were typed, or those that DNS announces, the ones of this machine's
 * site first (MS-ADTS 6.3.6). What DNS lacks is part of the answer. Throws DnsNameError, and the reason of the signal.
 */
export const locateDirectory = (
  place: DirectoryPlace,
  parts: DirectoryParts,
  signal: AbortSignal,
): Promise<LocatedDirectory> =>
  place.controllers.source === 'typed'
    ? locateTyped(place.controllers.hosts, place, parts, signal)
    : locateInDns(place.controllers.site, place, parts, signal);
