import { isIP } from 'node:net';
import type { ProxyTarget } from './noProxy.ts';

const entriesOf = (text: string): string[] => text.split(/[;\s]+/).filter((entry) => entry !== '');

/**
 * What ProxyServer says for a scheme (`http`, `https`), as INTERNET_PROXY_INFO (WinINet) documents it: one address for
 * all, or `http=proxy:80;https=proxy:443`. Where only `socks=` is left, that is the way, as `socks://`. Null: nothing.
 */
export const addressForScheme = (proxyServer: string, scheme: string): string | null => {
  const entries = entriesOf(proxyServer);
  const own = entries.find((entry) => entry.toLowerCase().startsWith(`${scheme}=`));
  if (own !== undefined) return own.slice(scheme.length + 1);
  const forAll = entries.find((entry) => !entry.includes('='));
  if (forAll !== undefined) return forAll;
  const socks = entries.find((entry) => entry.toLowerCase().startsWith('socks='));
  return socks === undefined ? null : `socks://${socks.slice('socks='.length)}`;
};

/** True for a name that has the pieces between the `*` in their order; no piece is ever looked for twice. */
const matches = (name: string, pattern: string): boolean => {
  const [start = '', ...rest] = pattern.toLowerCase().split('*');
  const text = name.toLowerCase();
  const end = rest.pop();
  if (end === undefined) return text === start;
  if (!text.startsWith(start)) return false;
  let at = start.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - end.length >= at && text.endsWith(end);
};

/**
 * True where ProxyOverride excepts a server: names and addresses with `*` for anything, also with a scheme or a port;
 * `<local>` for names without a dot.
 */
export const isOverridden = (proxyOverride: string, { host, port }: ProxyTarget, scheme: string): boolean =>
  entriesOf(proxyOverride).some((entry) => {
    if (entry.toLowerCase() === '<local>') return isIP(host) === 0 && !host.includes('.');
    const [, only = scheme, pattern = ''] = /^(?:([a-z]+):\/\/)?(.*)$/i.exec(entry) ?? [];
    if (only.toLowerCase() !== scheme) return false;
    return [host, `${host}:${port}`].some((name) => matches(name, pattern));
  });
