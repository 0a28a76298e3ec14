import { z } from 'zod';

/** The token of a start link: 256 bits as base64url. */
const tokenPattern = /^#([\w-]{43})$/;

const sessionSchema = z.strictObject({ key: z.string() });

/**
 * Where the session's key lies. A browser sends cookies to every port of this machine, but keeps this storage for one
 * origin, which has a port: another program on 127.0.0.1 gets at one half of the session only. All tabs share it.
 */
const keyName = 'session-key';

/**
 * Swaps the token in the address for a session: the cookie, which no script reads, and its key. The token leaves the
 * address bar and the history first, so that it is never kept. A token that is refused needs no answer here: without
 * a session the first call says so.
 */
export const startSession = async (): Promise<void> => {
  const token = tokenPattern.exec(location.hash)?.[1];
  if (token === undefined) return;
  history.replaceState(null, '', location.pathname);
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (answer.ok) localStorage.setItem(keyName, sessionSchema.parse(await answer.json()).key);
};

/** What shows with each call that this page was given the session. */
export const sessionHeaders = (): Record<string, string> => {
  const key = localStorage.getItem(keyName);
  return key === null ? {} : { authorization: `Bearer ${key}` };
};

/** A new start link in a page that is open already changes only the fragment: the page starts again with it. */
export const restartOnNewLink = (): void =>
  addEventListener('hashchange', () => {
    if (tokenPattern.test(location.hash)) location.reload();
  });
