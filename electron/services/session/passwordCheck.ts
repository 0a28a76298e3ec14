import { dayMs } from '../../contract/dayMs.ts';
import type { DirectoryRefusal } from '../../contract/failures.ts';
import type { LockoutRules } from '../../contract/security/signInRules.ts';
import type { AttemptOrigin, LockoutStore } from '../../stores/users/lockoutStore.ts';
import type { Candidate, SignInStore } from '../../stores/users/signInStore.ts';
import {
  type Hashes,
  isOutdated,
  type PasswordCost,
  type PasswordHashing,
} from '../users/passwords/passwordHashing.ts';
import { preparePassword } from '../users/passwords/preparePassword.ts';
import { createAttemptCounting } from './attemptCounting.ts';

export type CheckedAttempt = { name: string; password: string; origin: AttemptOrigin };

/** `locked`: this attempt was the one too many. */
export type PasswordVerdict =
  | { result: 'right'; user: Candidate }
  | { result: 'wrongPassword' | 'inactive'; user: Candidate; locked: boolean }
  | { result: 'unknownUser'; user: null; locked: boolean }
  | { result: 'lockedOut'; user: Candidate | null; locked: boolean }
  | DirectoryVerdict;

/** What kept somebody out other than name and password. */
export type DirectoryVerdict = {
  result:
    'notAMember' | 'directoryUnreachable' | `directory${Capitalize<Exclude<DirectoryRefusal, 'notAMember'>>}`;
  user: Candidate | null;
  locked: boolean;
  /** Told to who tries: DIRECTORY_SIGN_IN_REFUSED, DIRECTORY_UNREACHABLE. */
  failure: Error;
  /** The name of somebody who is not known here, once the directory has said that there is such an account; empty before. */
  stranger: string;
};

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
const unknownKeptMs = dayMs;

type Guess = { user: Candidate | null; password: string };

/** The hash itself. */
const createHashing = ({ people, cost }: PasswordCheckParts) => {
  let standIn: Promise<string> | null = null;

  const hashOfNobody = async ({ hash }: Hashes): Promise<string> => {
    try {
      return await (standIn ??= hash('nobody', await cost()));
    } catch (error) {
      standIn = null;
      throw error;
    }
  };

  const isRight = async ({ user, password }: Guess, hashes: Hashes): Promise<boolean> => {
    const prepared = preparePassword(password);
    const known = user?.credential?.hash ?? (await hashOfNobody(hashes));
    const fits = await hashes.verify(prepared ?? 'none', known);
    return fits && prepared !== null && user?.credential != null;
  };

  const raise = async (user: Candidate, password: string, { hash }: Hashes): Promise<void> => {
    const before = user.credential?.hash;
    const prepared = preparePassword(password);
    const present = await cost();
    if (before === undefined || prepared === null || !isOutdated(before, present)) return;
    await people.rehash(user.id, before, await hash(prepared, present));
  };

  return { isRight, raise };
};

/**
 * Judges a password: the same work, and so the same time, whether the user exists, is active or has a password at
 * all. No more attempts than the rules allow reach the hash. BUSY when too many are in already: that counts as no attempt,
 * or somebody else's storm would lock people out.
 */
export const createPasswordCheck = (parts: PasswordCheckParts) => {
  const { people, lockouts, hashing, now } = parts;
  const { isRight, raise } = createHashing(parts);
  const { reserve } = createAttemptCounting(parts);

  const judge = async (
    { name, password, origin }: CheckedAttempt,
    hashes: Hashes,
  ): Promise<PasswordVerdict> => {
    const user = await people.find(name);
    const subject = user ? { userId: user.id } : { unknownName: name };
    const { state, isLast: locked } = await reserve(subject, origin);
    if (state === 'locked') return { result: 'lockedOut', user, locked };
    const right = await isRight({ user, password }, hashes);
    if (user === null) {
      await lockouts.forgetUnknown(now() - unknownKeptMs, now());
      return { result: 'unknownUser', user, locked };
    }
    if (!right) return { result: 'wrongPassword', user, locked };
    if (!user.isActive) return { result: 'inactive', user, locked };
    await lockouts.forgive([user.id]);
    await raise(user, password, hashes);
    return { result: 'right', user };
  };

  return (attempt: CheckedAttempt): Promise<PasswordVerdict> =>
    hashing.inPlace((hashes) => judge(attempt, hashes));
};

export type PasswordCheck = ReturnType<typeof createPasswordCheck>;
