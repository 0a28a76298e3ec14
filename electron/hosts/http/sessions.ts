import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may call through this door. Tokens are 256 random bits as base64url; only their hashes are kept. */
export type Sessions = {
  /** Makes the one-time token of a start link. */
  createStartToken(): string;
  /** Swaps a start token for a new session; null when it is unknown, used or expired. */
  exchange(startToken: string): string | null;
  isValid(session: string): boolean;
};

type Entry = { hash: Buffer; expiresAt: number };

const newToken = (): string => randomBytes(32).toString('base64url');
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Sessions that live as long as the program; a start token lives for `startTokenLifetimeMs` and one use. */
export const createSessions = (startTokenLifetimeMs: number, now: () => number = Date.now): Sessions => {
  let startTokens: Entry[] = [];
  const sessions: Buffer[] = [];
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
      const session = newToken();
      sessions.push(hashOf(session));
      return session;
    },
    isValid(session) {
      const hash = hashOf(session);
      return sessions.some((known) => timingSafeEqual(known, hash));
    },
  };
};
