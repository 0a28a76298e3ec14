import { getServers } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isWithin } from '../../contract/mail/canonicalHost.ts';
import { hostToAscii } from './hostToAscii.ts';

export type ResolvedHost = {
  /** Addresses in the order in which the system wants them tried (RFC 6724), without doubles. */
  addresses: string[];
  /** Name servers that this machine asks; empty for a literal address. */
  resolvers: string[];
};

/**
 * Finds the addresses of a host as every program on this machine does: hosts file first, then DNS (getaddrinfo).
 * A name below `localhost` is this machine, and no server is asked for it (RFC 6761, 6.3).
 * Throws the error of Node: ENOTFOUND, EAI_AGAIN …
 */
export const resolveHost = async (host: string): Promise<ResolvedHost> => {
  if (isIP(host) > 0) return { addresses: [host], resolvers: [] };
  const name = isWithin(host, ['localhost']) ? 'localhost' : hostToAscii(host);
  const found = await lookup(name, { all: true, order: 'verbatim' });
  return { addresses: [...new Set(found.map(({ address }) => address))], resolvers: getServers() };
};
