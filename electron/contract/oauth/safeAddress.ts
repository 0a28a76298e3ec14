import { hostOfUrl } from '../mail/canonicalHost.ts';
import { isOwnHost } from '../mail/ownHost.ts';

/** Without a sign-in, whose `@` would make of all before it no part of the host, and without slashes that parsers pass over. */
const start = /^(https?):\/\/(?![^/?#]*@)[^/\\]/i;

/** True for an address over https, or over http to this machine itself: nobody else can read what goes there. */
export const isSafeAddress = (address: string): boolean => {
  const [, scheme = ''] = start.exec(address) ?? [];
  const host = hostOfUrl(address);
  return scheme.toLowerCase() === 'https' ? host !== '' : scheme !== '' && isOwnHost(host);
};
