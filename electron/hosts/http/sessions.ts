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
  /** Who calls with a session of which both halves are shown; null when they are none, or of two. */
  callerOf(session: Session): Caller | null;
};

type Entry = { hash: Buffer; expiresAt: number };

const newToken = (): string => randomBytes(32).toString('base64url');
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
const hashOfSession = ({ cookie, key }: Session): Buffer => hashOf(`${cookie} ${key}`);

/** Sessions that live as long as the program; a start token lives for `startTokenLifetimeMs` and one use. */
export const createSessions = (startTokenLifetimeMs: number, now: () => number = Date.now): Sessions => {
  let startTokens: Entry[] = [];
  const sessions: { hash: Buffer; caller: Caller }[] = [];
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
      const session = { cookie: newToken(), key: newToken() };
      sessions.push({ hash: hashOfSession(session), caller: { startedProgram: true, token: null } });
      return session;
    },
    callerOf(session) {
      const hash = hashOfSession(session);
      return sessions.find((known) => timingSafeEqual(known.hash, hash))?.caller ?? null;
    },
  };
};
