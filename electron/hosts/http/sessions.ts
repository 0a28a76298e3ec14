import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Caller } from '../../services/session/identify.ts';

/**
 * A session in two halves, each 256 random bits as base64url. A browser sends `cookie` to every port of 127.0.0.1
 * (RFC 6265 8.5), also to a program of another user of this machine; `key` stays with the origin, which has the port.
 */
export type Session = { cookie: string; key: string };

/** Who may call through this door. Of tokens and sessions only hashes are kept. */
export type Sessions = {
  /** Makes the one-time token of a start link. */
  createStartToken(): string;
  /** Swaps a start token for a new session; null when it is unknown, used or expired. */
  exchange(startToken: string): Session | null;
  /** Makes a session for somebody who came without a start link and may sign in. */
  begin(): Session;
  /** Who calls with a session of which both halves are shown; null when they are none, or of two. */
  callerOf(session: Session): Caller | null;
  /** Gives a session another cookie: what somebody knew of it before is of no use any more (ASVS 5.0, 7.2.4). */
  renew(session: Session): Session;
};

type StartToken = { hash: Buffer; expiresAt: number };

/** So many of people who are or were signed in here or have the start link, and as many of others, are known at most. */
const mostOfEach = 1_000;

const newToken = (): string => randomBytes(32).toString('base64url');
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Sessions are found by it: how long that takes tells nothing of the halves. */
const keyOf = ({ cookie, key }: Session): string => hashOf(`${cookie} ${key}`).toString('base64');
const isStranger = ({ startedProgram, token }: Caller): boolean => !startedProgram && token === null;

/** Sessions, those first that were not used for longest: they go when there are too many, strangers for strangers. */
const createKnownSessions = () => {
  const callers = new Map<string, Caller>();

  const drop = (isOfKind: (caller: Caller) => boolean): void => {
    const keys = [...callers].filter(([, caller]) => isOfKind(caller)).map(([key]) => key);
    for (const key of keys.slice(0, -mostOfEach)) callers.delete(key);
  };

  return {
    find: (session: Session): Caller | null => {
      const key = keyOf(session);
      const caller = callers.get(key);
      if (!caller) return null;
      callers.delete(key);
      callers.set(key, caller);
      return caller;
    },
    forget: (session: Session): void => void callers.delete(keyOf(session)),
    add: (session: Session, caller: Caller): void => {
      callers.set(keyOf(session), caller);
      drop(isStranger);
      drop((known) => !isStranger(known));
    },
  };
};

/** Sessions that live as long as the program; a start token lives for `startTokenLifetimeMs` and one use. */
export const createSessions = (startTokenLifetimeMs: number, now: () => number = Date.now): Sessions => {
  let startTokens: StartToken[] = [];
  const sessions = createKnownSessions();

  const begin = (startedProgram: boolean): Session => {
    const session = { cookie: newToken(), key: newToken() };
    sessions.add(session, { startedProgram, token: null });
    return session;
  };

  return {
    createStartToken() {
      const token = newToken();
      startTokens.push({ hash: hashOf(token), expiresAt: now() + startTokenLifetimeMs });
      return token;
    },
    exchange(startToken) {
      const hash = hashOf(startToken);
      const found = startTokens.find((entry) => timingSafeEqual(entry.hash, hash));
      startTokens = startTokens.filter((entry) => entry !== found && entry.expiresAt > now());
      if (!found || found.expiresAt <= now()) return null;
      return begin(true);
    },
    begin: () => begin(false),
    callerOf: sessions.find,
    renew(session) {
      const renewed = { ...session, cookie: newToken() };
      const caller = sessions.find(session);
      sessions.forget(session);
      if (caller) sessions.add(renewed, caller);
      return renewed;
    },
  };
};
