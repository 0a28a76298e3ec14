import { BlockList, isIP } from 'node:net';

const addresses = new BlockList();
addresses.addSubnet('127.0.0.0', 8);
addresses.addAddress('0.0.0.0');
addresses.addAddress('::1', 'ipv6');
addresses.addAddress('::', 'ipv6');

/**
 * True for this machine itself: `localhost` and below it (RFC 6761, 6.3), 127.0.0.0/8 and ::1; also 0.0.0.0 and ::, where
 * systems connect to themselves (RFC 1122, 3.2.1.3).
 */
export const isLoopback = (host: string): boolean => {
  const family = isIP(host);
  if (family > 0) return addresses.check(host, family === 6 ? 'ipv6' : 'ipv4');
  return /(?:^|\.)localhost\.?$/i.test(host);
};
