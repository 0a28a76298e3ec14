import { randomUUID } from 'node:crypto';
import { dayMs } from '../../contract/dayMs.ts';
import { fail } from '../../contract/failures.ts';
import type { PasswordRules, SessionRules } from '../../contract/security/signInRules.ts';
import type { SessionStore } from '../../stores/users/sessionStore.ts';
import type { Candidate, SignInResult, SignInStore } from '../../stores/users/signInStore.ts';
import { type Note, noteNothing } from '../audit/note.ts';
import type { CheckedAttempt, PasswordCheck, PasswordVerdict } from './passwordCheck.ts';
import { createSessionToken, hashToken } from './sessionToken.ts';

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

/** What the caller is told: for what is wrong with name or password always the same. */
export const failureOf = (verdict: PasswordVerdict): Error =>
  'failure' in verdict ? verdict.failure : fail('SIGN_IN_REFUSED', {});

/** Whom an attempt was about, as far as that is known for sure: what was typed may be anything. */
export const nameOf = (verdict: PasswordVerdict): string =>
  verdict.user?.name ?? ('stranger' in verdict ? verdict.stranger : '');

/** Records how an attempt was judged, and begins a session for who may come in; the others are refused. */
const createEntrance = ({ people, sessions, rules, onLocked, now }: Omit<SignInParts, 'check'>) => {
  const resultOf = async (verdict: PasswordVerdict): Promise<SignInResult> =>
    verdict.result === 'right'
      ? (whyToChange(verdict.user, (await rules()).passwords, now()) ?? 'success')
      : verdict.result;

  const begin = createBeginning({ people, sessions, now, rules: async () => (await rules()).sessions });

  return async (verdict: PasswordVerdict, attempt: CheckedAttempt, note: Note): Promise<SignedIn> => {
    const { origin } = attempt;
    const token = verdict.result === 'right' ? await begin(verdict.user, origin) : null;
    const isReplaced = verdict.result === 'right' && token === null;
    const result = isReplaced ? 'wrongPassword' : await resultOf(verdict);
    await people.record({ at: now(), userId: verdict.user?.id ?? null, origin, result });
    note({ subject: nameOf(verdict) });
    if (verdict.result !== 'right' || token === null) {
      note({ result });
      if (verdict.result !== 'right' && verdict.locked) await onLocked(attempt, verdict);
      throw failureOf(verdict);
    }
    note({ result, by: { userId: verdict.user.id, user: verdict.user.name } });
    return { token, user: verdict.user, mustChange: result !== 'success' };
  };
};

/**
 * Signs somebody in with name and password. Whatever is wrong with these, the answer is the same: SIGN_IN_REFUSED; what it was is
 * in the record of attempts. DIRECTORY_SIGN_IN_REFUSED, DIRECTORY_UNREACHABLE, BUSY. Never tried again here.
 */
export const createSignIn = (parts: SignInParts) => {
  const enter = createEntrance(parts);
  return async (attempt: CheckedAttempt, note: Note = noteNothing): Promise<SignedIn> =>
    enter(await parts.check(attempt), attempt, note);
};

export type WindowsSignInParts = Omit<SignInParts, 'check'> & {
  checkOwnIdentity: (door: string) => Promise<PasswordVerdict>;
  /** True while people of the directory may sign in. */
  isDirectoryEnabled: () => Promise<boolean>;
};

/**
 * Signs in as whom this process runs, without a password: a domain controller says who that is. NOT_FOUND while no directory is
 * enabled; else the failures of signing in.
 */
export const createWindowsSignIn = (parts: WindowsSignInParts) => {
  const enter = createEntrance(parts);
  return async (origin: CheckedAttempt['origin'], note: Note = noteNothing): Promise<SignedIn> => {
    if (!(await parts.isDirectoryEnabled())) throw fail('NOT_FOUND', {});
    const verdict = await parts.checkOwnIdentity(origin.door);
    return enter(verdict, { name: '', password: '', origin }, note);
  };
};
