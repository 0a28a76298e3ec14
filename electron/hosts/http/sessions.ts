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
type KnownSession = { hash: Buffer; caller: Caller };

/** Sessions of people who came without a start link and did not sign in: when there are more, the oldest goes. */
const mostStrangers = 1_000;

const newToken = (): string => randomBytes(32).toString('base64url');
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
const hashOfSession = ({ cookie, key }: Session): Buffer => hashOf(`${cookie} ${key}`);

/** Sessions that live as long as the program; a start token lives for `startTokenLifetimeMs` and one use. */
export const createSessions = (startTokenLifetimeMs: number, now: () => number = Date.now): Sessions => {
  let startTokens: StartToken[] = [];
  let sessions: KnownSession[] = [];

  const find = (session: Session): KnownSession | undefined => {
    const hash = hashOfSession(session);
    return sessions.find((known) => timingSafeEqual(known.hash, hash));
  };

  const begin = (startedProgram: boolean): Session => {
    const session = { cookie: newToken(), key: newToken() };
    const strangers = sessions.filter(({ caller }) => !caller.startedProgram && caller.token === null);
    const [oldest] = strangers.length < mostStrangers ? [] : strangers;
    sessions = sessions.filter((known) => known !== oldest);
    sessions.push({ hash: hashOfSession(session), caller: { startedProgram, token: null } });
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
    callerOf: (session) => find(session)?.caller ?? null,
    renew(session) {
      const renewed = { ...session, cookie: newToken() };
      const known = find(session);
      if (known) known.hash = hashOfSession(renewed);
      return renewed;
    },
  };
};
