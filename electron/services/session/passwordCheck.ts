import type { LockoutRules } from '../../contract/security/signInRules.ts';
import type { AttemptOrigin, LockoutStore, LockoutSubject } from '../../stores/users/lockoutStore.ts';
import type { Candidate, SignInStore } from '../../stores/users/signInStore.ts';
import { isOutdated, type PasswordCost, type PasswordHashing } from '../users/passwords/passwordHashing.ts';
import { preparePassword } from '../users/passwords/preparePassword.ts';

export type CheckedAttempt = { name: string; password: string; origin: AttemptOrigin };

/** `locked`: this attempt was the one too many. */
export type PasswordVerdict =
  | { result: 'right'; user: Candidate }
  | { result: 'wrongPassword' | 'inactive'; user: Candidate; locked: boolean }
  | { result: 'unknownUser'; user: null; locked: boolean }
  | { result: 'lockedOut'; user: Candidate | null; locked: false };

export type PasswordCheckParts = {
  people: Pick<SignInStore, 'find' | 'rehash'>;
  lockouts: LockoutStore;
  hashing: PasswordHashing;
  /** The cost of hashes that are made now. */
  cost: () => Promise<PasswordCost>;
  rules: () => Promise<LockoutRules>;
  now: () => number;
};

/** Names that nobody has are counted too, or their answers would tell them apart; they are forgotten after a day. */
const unknownKeptMs = 86_400_000;

/**
 * Judges a password: the same work, and so the same time, whether the user exists, is active or has a password at
 * all. No more attempts than the rules allow reach the hash.
 */
export const createPasswordCheck = (parts: PasswordCheckParts) => {
  const { people, lockouts, hashing, cost, rules, now } = parts;
  let standIn: Promise<string> | null = null;

  const isRight = async (user: Candidate | null, password: string): Promise<boolean> => {
    const prepared = preparePassword(password);
    const known = user?.credential?.hash ?? (await (standIn ??= hashing.hash('nobody', await cost())));
    const fits = await hashing.verify(prepared ?? 'none', known);
    return fits && prepared !== null && user?.credential != null;
  };

  const raise = async (user: Candidate, password: string): Promise<void> => {
    const before = user.credential?.hash;
    const prepared = preparePassword(password);
    const present = await cost();
    if (before === undefined || prepared === null || !isOutdated(before, present)) return;
    await people.rehash(user.id, before, await hashing.hash(prepared, present));
  };

  const reserve = async (
    subject: LockoutSubject,
    origin: AttemptOrigin,
  ): Promise<{ failed: number; attempts: number } | null> => {
    const { isEnabled, attempts, lockSeconds } = await rules();
    if (!isEnabled) return { failed: 0, attempts: Number.POSITIVE_INFINITY };
    const failed = await lockouts.reserve(subject, {
      origin,
      attempts,
      now: now(),
      lockMs: lockSeconds * 1_000,
    });
    return failed === null ? null : { failed, attempts };
  };

  return async ({ name, password, origin }: CheckedAttempt): Promise<PasswordVerdict> => {
    const user = await people.find(name);
    const reserved = await reserve(user ? { userId: user.id } : { unknownName: name }, origin);
    if (reserved === null) return { result: 'lockedOut', user, locked: false };
    const right = await isRight(user, password);
    const locked = reserved.failed >= reserved.attempts;
    if (user === null) {
      await lockouts.forgetUnknown(now() - unknownKeptMs, now());
      return { result: 'unknownUser', user, locked };
    }
    if (!right) return { result: 'wrongPassword', user, locked };
    if (!user.isActive) return { result: 'inactive', user, locked };
    await lockouts.forgive([user.id]);
    await raise(user, password);
    return { result: 'right', user };
  };
};

export type PasswordCheck = ReturnType<typeof createPasswordCheck>;
