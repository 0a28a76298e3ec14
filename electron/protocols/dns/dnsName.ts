import { isIP } from 'node:net';
import { hostToAscii } from './hostToAscii.ts';

/** Letters, digits, hyphens (RFC 1123, 2.1) and the underscores that Active Directory allows in its names. */
const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
/** What parts a URL: the conversion to A-labels takes these for its end, or undoes them. */
const urlDelimiter = /[\s/\\?#@:%]/;
/** RFC 1035, 2.3.4: 255 bytes with the lengths of the labels. */
const maximumNameLength = 253;

/** What was typed or received cannot be part of a question to DNS. */
export class DnsNameError extends Error {
  override readonly name = 'DnsNameError';
  readonly code = 'EBADNAME';

  constructor() {
    super('EBADNAME');
  }
}

/** One label as DNS has it, lower case; null where it holds anything that has no place in one. */
export const toDnsLabel = (text: string): string | null => {
  const name = text.trim().toLowerCase();
  return label.test(name) ? name : null;
};

/** A name of a domain or host as it is asked of DNS: A-labels, lower case, no final dot. Throws DnsNameError. */
export const toDnsName = (text: string): string => {
  if (urlDelimiter.test(text.trim())) throw new DnsNameError();
  const name = hostToAscii(text);
  const isName = name.length <= maximumNameLength && name.split('.').every((part) => label.test(part));
  if (!isName || isIP(name) > 0) throw new DnsNameError();
  return name;
};
