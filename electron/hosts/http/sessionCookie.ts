import type { IncomingHttpHeaders } from 'node:http';
import type { Session } from './sessions.ts';

/**
 * Two consoles on one machine would overwrite each other's cookie, so the name carries the port. Not `Secure`:
 * loopback is plain HTTP, and not every browser takes it there.
 */
export const sessionCookieName = (port: number): string => `relay-console-${port}`;

/** The value of `Set-Cookie` that signs a page in until the browser is closed. */
export const sessionCookie = (port: number, cookie: string): string =>
  `${sessionCookieName(port)}=${cookie}; Path=/; HttpOnly; SameSite=Strict`;

/** What a request shows of a session: its cookie, and its key as a bearer token (RFC 6750 2.1). Empty: not shown. */
export const presentedSession = (headers: IncomingHttpHeaders, port: number): Session => {
  const prefix = `${sessionCookieName(port)}=`;
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return {
    cookie: pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) ?? '',
    key: /^Bearer ([\w-]+)$/.exec(headers.authorization ?? '')?.[1] ?? '',
  };
};
