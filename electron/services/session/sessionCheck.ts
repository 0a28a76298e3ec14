import type { SessionRules } from '../../contract/security/signInRules.ts';
import type { EndReason } from '../../contract/session/sessionEnd.ts';
import type { SessionStore, StoredSession } from '../../stores/users/sessionStore.ts';
import { hashToken } from './sessionToken.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;
/** A session that is in use is noted no more often, in ms: a call need not wait for the disk. A short rest needs it oftener. */
const noteEveryMs = ({ idleMinutes }: SessionRules): number =>
  Math.min(minuteMs, (idleMinutes * minuteMs) / 10);

export type SessionVerdict =
  | { state: 'lasting'; session: StoredSession }
  /** `elsewhere`: the session that took its place. */
  | { state: 'ended'; reason: EndReason; at: number; elsewhere: StoredSession | null }
  | { state: 'unknown' };

export type SessionCheckParts = {
  sessions: Pick<SessionStore, 'findByToken' | 'findNext' | 'touch' | 'end'>;
  rules: () => Promise<SessionRules>;
  now: () => number;
};

/** A clock that was put back tells no more how long ago it was: what lies ahead counts as what lies behind. */
const sinceMs = (at: number, now: number): number => Math.abs(now - at);

const endOf = (
  { seenAt, createdAt }: StoredSession,
  { idleMinutes, absoluteHours }: SessionRules,
  now: number,
): EndReason | null => {
  if (sinceMs(createdAt, now) >= absoluteHours * hourMs) return 'tooOld';
  return sinceMs(seenAt, now) >= idleMinutes * minuteMs ? 'idle' : null;
};

/**
 * Says of a token whose session it is, and ends one that was idle or lasted too long. A call is use of its session, unless
 * it comes by itself: `isUse` false.
 */
export const createSessionCheck = ({ sessions, rules, now }: SessionCheckParts) => {
  const told = async (session: StoredSession): Promise<SessionVerdict> => {
    const { end } = session;
    if (!end) return { state: 'unknown' };
    const elsewhere = end.reason === 'elsewhere' ? await sessions.findNext(session) : null;
    return { state: 'ended', ...end, elsewhere };
  };

  return async (token: string, isUse = true): Promise<SessionVerdict> => {
    const session = await sessions.findByToken(hashToken(token));
    if (!session) return { state: 'unknown' };
    if (session.end) return told(session);
    const present = await rules();
    const reason = endOf(session, present, now());
    if (reason) {
      await sessions.end(session.id, reason, now());
      return { state: 'ended', reason, at: now(), elsewhere: null };
    }
    if (isUse && now() - session.seenAt >= noteEveryMs(present)) await sessions.touch(session.id, now());
    return { state: 'lasting', session };
  };
};

export type SessionCheck = ReturnType<typeof createSessionCheck>;
