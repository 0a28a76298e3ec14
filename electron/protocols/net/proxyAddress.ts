import { unescape } from 'node:querystring';
import type { ProxyServer } from './proxyTunnel.ts';

const defaultPort = 80;

/**
 * Reads the address of a proxy as people write it: `proxy:8080`, `http://user:password@proxy:8080/`. What stands for
 * itself though `%` should lead in a code is taken as it is. Null: it is none, or a kind that is not spoken (SOCKS,
 * TLS to the proxy).
 */
export const parseProxyAddress = (text: string): ProxyServer | null => {
  const address = URL.parse(text.includes('://') ? text : `http://${text}`);
  if (address === null || address.protocol !== 'http:') return null;
  const { hostname, port, username, password } = address;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? defaultPort : Number(port),
    credential: username === '' ? null : { userName: unescape(username), password: unescape(password) },
  };
};
