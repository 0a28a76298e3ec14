import { z } from 'zod';
import { trimmed } from '../trimmed.ts';

/** The parser of the runtime, which decides where a connection goes (WHATWG URL, 3.5 and 4.4). */
const parsedUrl = z.url({ normalize: true });

/**
 * The host that a URL leads to: A-labels (RFC 5890), lower case, no final dot, no brackets around IPv6. Empty: the parser finds
 * none.
 */
export const hostOfUrl = (url: string): string => {
  const { data = '' } = parsedUrl.safeParse(url);
  const [, address, name = ''] = /^[a-z]+:\/\/(?:[^/?#@]*@)?(?:\[([^\]]+)\]|([^/:?#]+))/.exec(data) ?? [];
  return address ?? name.replace(/\.$/, '');
};

/** The one spelling of all that mean the same host, as `hostOfUrl` gives it; what is no host stays, in lower case. */
export const canonicalHost = (host: string): string => {
  const name = trimmed(host);
  return hostOfUrl(`http://${name.includes(':') ? `[${name}]` : name}/`) || name.toLowerCase();
};

/** True for one of `domains` (canonical) itself, and for every host below it, however `host` is spelled. */
export const isWithin = (host: string, domains: readonly string[]): boolean => {
  const name = canonicalHost(host);
  return domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
};
