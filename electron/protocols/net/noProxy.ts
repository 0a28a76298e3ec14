import { BlockList, isIP, isIPv6 } from 'node:net';

export type ProxyTarget = { host: string; port: number };

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

const isInSubnet = (address: string, network: string, bits: number): boolean => {
  const isRight = isIP(network) > 0 && bits >= 0 && bits <= (isIPv6(network) ? 128 : 32);
  if (!isRight || isIP(address) === 0) return false;
  const list = new BlockList();
  list.addSubnet(network, bits, familyOf(network));
  return list.check(address, familyOf(address));
};

const entryPattern = /^(?:\[(?<v6>[^\]]+)\]|(?<name>[^:]+))(?::(?<port>\d+))?$/;

const isExceptedBy = (entry: string, { host, port }: ProxyTarget): boolean => {
  if (entry === '*') return true;
  const [network = '', bits] = entry.split('/');
  if (bits !== undefined) return /^\d+$/.test(bits) && isInSubnet(host, network, Number(bits));
  if (isIPv6(entry)) return isInSubnet(host, entry, 128);
  const { v6, name, port: only } = entryPattern.exec(entry)?.groups ?? {};
  if (only !== undefined && Number(only) !== port) return false;
  if (v6 !== undefined) return isInSubnet(host, v6, 128);
  const domain = name?.toLowerCase().replace(/^\*?\./, '') ?? '';
  const asked = host.toLowerCase().replace(/\.$/, '');
  return domain !== '' && (asked === domain || (isIP(asked) === 0 && asked.endsWith(`.${domain}`)));
};

/**
 * True where NO_PROXY excepts a server, as curl and Go read it: names with all that is below them, addresses, networks
 * (`10.0.0.0/8`), each also with a port, parted by commas or blanks; `*` for everything.
 */
export const isExcepted = (noProxy: string, target: ProxyTarget): boolean =>
  noProxy.split(/[\s,]+/).some((entry) => entry !== '' && isExceptedBy(entry, target));
