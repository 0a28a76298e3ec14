import { isIP } from 'node:net';
import type { Finding } from '../../../contract/proof/finding.ts';
import { hostToAscii } from '../../../protocols/dns/hostToAscii.ts';
import type { RootDse } from '../../../protocols/ldap/rootDse.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';

/** `dc1` is found as `dc1.corp.example` by a machine of the domain. */
const isShortOf = (host: string, name: string): boolean => !host.includes('.') && name.startsWith(`${host}.`);

/**
 * Tells of a controller that calls itself otherwise than it was asked for (dnsHostName of the rootDSE, MS-ADTS 3.1.1.3.2.7): an
 * alias, a load balancer, or a record that leads elsewhere. Null: it is the one, does not say, or was asked for by its address.
 */
export const namedOtherwise = (
  asked: string,
  { dnsHostName }: Pick<RootDse, 'dnsHostName'>,
): Finding | null => {
  if (dnsHostName === null || isIP(asked) > 0) return null;
  const [host, name] = [hostToAscii(asked), hostToAscii(dnsHostName)];
  if (host === name || isShortOf(host, name)) return null;
  return makeFinding('controllerNamedOtherwise', { controller: asked, otherName: dnsHostName });
};
