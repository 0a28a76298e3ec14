import { randomUUID } from 'node:crypto';
import { fail } from '../../contract/failures.ts';
import type { PasswordRules, SessionRules } from '../../contract/security/signInRules.ts';
import type { SessionStore } from '../../stores/users/sessionStore.ts';
import type { Candidate, SignInResult, SignInStore } from '../../stores/users/signInStore.ts';
import { type Note, noteNothing } from '../audit/note.ts';
import type { CheckedAttempt, PasswordCheck, PasswordVerdict } from './passwordCheck.ts';
import { createSessionToken, hashToken } from './sessionToken.ts';

const dayMs = 86_400_000;

/** Why a password that is right has to be replaced before anything else; null: it may stay. */
export const whyToChange = (
  { mustChangePassword, credential }: Pick<Candidate, 'mustChangePassword' | 'credential'>,
  { expirationDays }: Pick<PasswordRules, 'expirationDays'>,
  now: number,
): 'mustChange' | 'passwordExpired' | null => {
  if (mustChangePassword) return 'mustChange';
  const age = now - (credential?.changedAt ?? now);
  return expirationDays > 0 && age >= expirationDays * dayMs ? 'passwordExpired' : null;
};

export type SignInParts = {
  check: PasswordCheck;
  people: Pick<SignInStore, 'findById' | 'record'>;
  sessions: Pick<SessionStore, 'begin' | 'end'>;
  rules: () => Promise<{ passwords: PasswordRules; sessions: SessionRules }>;
  /** Told of each lock, once: it is an audit row and an alert. */
  onLocked: (attempt: CheckedAttempt, verdict: PasswordVerdict) => Promise<void>;
  now: () => number;
};

/** `mustChange`: the session is good for a new password and for nothing else. */
export type SignedIn = { token: string; user: Candidate; mustChange: boolean };

type SessionParts = Pick<SignInParts, 'people' | 'sessions' | 'now'> & { rules: () => Promise<SessionRules> };

const createBeginning =
  ({ people, sessions, rules, now }: SessionParts) =>
  /** A token; null: the password was replaced while it was judged. */
  async ({ id: userId, credential }: Candidate, origin: CheckedAttempt['origin']): Promise<string | null> => {
    const token = createSessionToken();
    const session = { id: randomUUID(), userId, origin, createdAt: now(), tokenHash: hashToken(token) };
    await sessions.begin(session, (await rules()).onePerUser);
    // Who replaces a password ends the sessions that there are then: this one may have begun just after.
    const present = (await people.findById(userId))?.credential;
    if (present?.changedAt === credential?.changedAt) return token;
    await sessions.end(session.id, 'passwordChanged', now());
    return null;
  };

/**
 * Signs somebody in with name and password. Whatever is wrong, the answer is the same: SIGN_IN_REFUSED; what it was is in
 * the record of attempts. Never tried again here.
 */
export const createSignIn = ({ check, people, sessions, rules, onLocked, now }: SignInParts) => {
  const resultOf = async (verdict: PasswordVerdict): Promise<SignInResult> =>
    verdict.result === 'right'
      ? (whyToChange(verdict.user, (await rules()).passwords, now()) ?? 'success')
      : verdict.result;

  const begin = createBeginning({ people, sessions, now, rules: async () => (await rules()).sessions });

  return async (attempt: CheckedAttempt, note: Note = noteNothing): Promise<SignedIn> => {
    const { origin } = attempt;
    const verdict = await check(attempt);
    const token = verdict.result === 'right' ? await begin(verdict.user, origin) : null;
    const isReplaced = verdict.result === 'right' && token === null;
    const result = isReplaced ? 'wrongPassword' : await resultOf(verdict);
    await people.record({ at: now(), userId: verdict.user?.id ?? null, origin, result });
    note({ subject: verdict.user?.name ?? '' });
    if (verdict.result !== 'right' || token === null) {
      note({ result });
      if (verdict.result !== 'right' && verdict.locked) await onLocked(attempt, verdict);
      throw fail('SIGN_IN_REFUSED', {});
    }
    note({ result, by: { userId: verdict.user.id, user: verdict.user.name } });
    return { token, user: verdict.user, mustChange: result !== 'success' };
  };
};
