import { isIP } from 'node:net';
import type { DirectoryResolver } from './createResolver.ts';
import { answerOf, type DnsAnswer } from './dnsAnswer.ts';
import { DnsNameError, toDnsName } from './dnsName.ts';

export type HostAddresses = {
  host: string;
  /** IPv4 first, without doubles. */
  addresses: string[];
  /** What DNS said to A and AAAA; empty for a literal address and for a name that cannot be asked. */
  answers: DnsAnswer<string>[];
};

const askAddresses = async (host: string, resolver: DirectoryResolver, signal: AbortSignal) => {
  const name = toDnsName(host);
  const answers = await Promise.all([
    answerOf({ name, type: 'A' }, resolver.resolve4(name), signal),
    answerOf({ name, type: 'AAAA' }, resolver.resolve6(name), signal),
  ]);
  const addresses = [...new Set(answers.flatMap(({ records }) => records))];
  return { host: name, addresses, answers };
};

/**
 * Asks the resolver itself for the addresses of a host, past the machine's hosts file. A name that DNS cannot be asked
 * for has none. Throws the reason of the signal.
 */
export const findHostAddresses = async (
  host: string,
  resolver: DirectoryResolver,
  signal: AbortSignal,
): Promise<HostAddresses> => {
  if (isIP(host) > 0) return { host, addresses: [host], answers: [] };
  try {
    return await askAddresses(host, resolver, signal);
  } catch (error) {
    if (error instanceof DnsNameError) return { host, addresses: [], answers: [] };
    throw error;
  }
};
