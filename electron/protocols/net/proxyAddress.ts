import { unescape } from 'node:querystring';
import type { ProxyServer } from './proxyTunnel.ts';

const defaultPort = 80;

/** A backslash before the `@` parts a domain from a user; of a URL it would end the host. */
const withoutBackslashes = (text: string): string =>
  text.replace(/^([^/]*:\/\/)?[^/?#]*@/, (signIn) => signIn.replaceAll('\\', '%5C'));

/**
 * Reads the address of a proxy as people write it: `proxy:8080`, `http://user:password@proxy:8080/`. What stands for
 * itself though `%` should lead in a code is taken as it is. Null: it is none, or a kind that is not spoken (SOCKS,
 * TLS to the proxy).
 */
export const parseProxyAddress = (text: string): ProxyServer | null => {
  const written = withoutBackslashes(text);
  const address = URL.parse(written.includes('://') ? written : `http://${written}`);
  if (address === null || address.protocol !== 'http:') return null;
  const { hostname, port, username, password, pathname, search, hash } = address;
  // A sign-in that is not written as one: then the host is a part of it.
  if (`${pathname}${search}${hash}`.includes('@')) return null;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? defaultPort : Number(port),
    credential: username === '' ? null : { userName: unescape(username), password: unescape(password) },
  };
};
