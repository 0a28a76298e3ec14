import type { SrvRecord } from 'node:dns';
import { Resolver } from 'node:dns/promises';

/** The part of a DNS resolver that is asked for directories; `cancel` ends all open questions. */
export type DirectoryResolver = {
  resolveSrv(name: string): Promise<SrvRecord[]>;
  resolve4(name: string): Promise<string[]>;
  resolve6(name: string): Promise<string[]>;
  /** Who is asked, as `address`, `address:port` or `[address]:port`. */
  getServers(): string[];
  cancel(): void;
};

/** One server that is down must not use up the time of a whole stage. */
const defaultTimeoutMs = 3_000;

/**
 * A resolver for one piece of work: `cancel` ends only that. It asks `dnsServers` (`address`, `address:port`,
 * `[v6]:port`) or, where there are none, the servers of this machine; each of them twice, for `timeoutMs` at first.
 * Throws ERR_INVALID_IP_ADDRESS for a server that is none.
 */
export const createResolver = (
  dnsServers: readonly string[] | null,
  timeoutMs = defaultTimeoutMs,
): DirectoryResolver => {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 });
  if (dnsServers !== null && dnsServers.length > 0) resolver.setServers(dnsServers);
  return resolver;
};
