import { z } from 'zod';
import { isResetLink } from './resetLink.ts';

/** The token of a start link: 256 bits as base64url. */
const tokenPattern = /^#([\w-]{43})$/;

const sessionSchema = z.strictObject({ key: z.string() });

/**
 * Where the session's key lies. A browser sends cookies to every port of this machine, but keeps this storage for one
 * origin, which has a port: another program on 127.0.0.1 gets at one half of the session only. All tabs share it.
 */
const keyName = 'session-key';

/** Asks for a session and keeps it: the cookie, which no script reads, and its key. */
const askForSession = async (request: { token?: string }): Promise<void> => {
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  if (answer.ok) localStorage.setItem(keyName, sessionSchema.parse(await answer.json()).key);
};

/** Begins a session in which nobody is signed in yet. */
export const beginSession = (): Promise<void> => askForSession({});

/**
 * Swaps the token in the address for the session of the person who started the program; begins one to sign in when
 * there is neither a token nor a session. The token leaves the address bar and the history first, so that it is never
 * kept. Whether it was refused, or the session is of no use any more, the first call says.
 */
export const startSession = async (): Promise<void> => {
  const token = tokenPattern.exec(location.hash)?.[1];
  if (token !== undefined) {
    history.replaceState(null, '', location.pathname);
    await askForSession({ token });
  }
  if (localStorage.getItem(keyName) === null) await beginSession();
};

/** What shows with each call that this page was given the session. */
export const sessionHeaders = (): Record<string, string> => {
  const key = localStorage.getItem(keyName);
  return key === null ? {} : { authorization: `Bearer ${key}` };
};

/** A new link in a page that is open already changes only the fragment: the page starts again with it. */
export const restartOnNewLink = (): void =>
  addEventListener('hashchange', () => {
    if (tokenPattern.test(location.hash) || isResetLink(location.hash)) location.reload();
  });
