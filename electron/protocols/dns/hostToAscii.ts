import { domainToASCII } from 'node:url';

/**
 * The one spelling of a host, as it stands in DNS, in certificates and in an envelope: A-labels (RFC 5890), lower case,
 * no final dot. An address stays an address.
 */
export const hostToAscii = (host: string): string => {
  const name = host.trim().toLowerCase().replace(/\.$/, '');
  return domainToASCII(name) || name;
};
