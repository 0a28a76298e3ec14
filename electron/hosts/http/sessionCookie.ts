import type { IncomingHttpHeaders } from 'node:http';

/**
 * Cookies belong to a host name, not to a port (RFC 6265 8.5): two consoles on one machine would overwrite each
 * other's, so the name carries the port. Not `Secure`: loopback is plain HTTP, and not every browser takes it there.
 */
export const sessionCookieName = (port: number): string => `relay-console-${port}`;

/** The value of `Set-Cookie` that signs a page in until the browser is closed. */
export const sessionCookie = (port: number, session: string): string =>
  `${sessionCookieName(port)}=${session}; Path=/; HttpOnly; SameSite=Strict`;

/** The session that a request shows: a program's bearer token (RFC 6750 2.1), else the page's cookie. */
export const presentedSession = (headers: IncomingHttpHeaders, port: number): string | undefined => {
  const bearer = /^Bearer ([\w-]+)$/.exec(headers.authorization ?? '')?.[1];
  if (headers.authorization !== undefined) return bearer;
  const prefix = `${sessionCookieName(port)}=`;
  return headers.cookie
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(prefix))
    ?.slice(prefix.length);
};
