import { createHmac, randomBytes } from 'node:crypto';
import { isLocked, type LockoutStore } from '../../stores/users/lockoutStore.ts';
import type { Candidate, SignInStore } from '../../stores/users/signInStore.ts';
import type { CheckedAttempt, PasswordCheck, PasswordVerdict } from './passwordCheck.ts';

/** How long a password that was right is not hashed again, in ms. */
const rememberedMs = 60_000;
const mostRemembered = 1_000;

/** `hash` null: the password is kept by the directory. */
type Remembered = { userId: string; name: string; hash: string | null; until: number };

const hashOf = ({ credential }: Candidate): string | null => credential?.hash ?? null;

export type RememberedCheckParts = {
  check: PasswordCheck;
  people: Pick<SignInStore, 'findById'>;
  lockouts: Pick<LockoutStore, 'find'>;
  /** Told of each attempt that reached `check`. */
  onJudged: (attempt: CheckedAttempt, verdict: PasswordVerdict) => Promise<void>;
  now: () => number;
};

/**
 * Judges a name and password that come with every call of a script, without the hash each time. What is remembered is an
 * HMAC under a key of this process, which is of no use elsewhere: whoever reads its memory finds the passwords
 * of the requests themselves. Only the hash is spared: the user is read anew, so a new name or password, a lock and the end of a
 * right count at once; of a password of the directory a new one within that time. The same attempt, many at a time, is judged once: a script does not lock itself out.
 */
export const createRememberedCheck = ({ check, people, lockouts, onJudged, now }: RememberedCheckParts) => {
  const secret = randomBytes(32);
  const remembered = new Map<string, Remembered>();
  const underWay = new Map<string, Promise<PasswordVerdict>>();

  const keyOf = ({ name, password }: CheckedAttempt): string =>
    createHmac('sha256', secret)
      .update(JSON.stringify([name, password]))
      .digest('base64');

  const recall = async (key: string): Promise<Candidate | null> => {
    const known = remembered.get(key);
    if (!known) return null;
    const user = known.until > now() ? await people.findById(known.userId) : null;
    if (!user || hashOf(user) !== known.hash || user.name !== known.name) {
      remembered.delete(key);
      return null;
    }
    const lockout = await lockouts.find({ userId: user.id });
    return lockout && isLocked(lockout, now()) ? null : user;
  };

  const remember = (key: string, user: Candidate): void => {
    const [oldest] = remembered.size < mostRemembered ? [] : remembered.keys();
    if (oldest !== undefined) remembered.delete(oldest);
    const { id: userId, name } = user;
    remembered.set(key, { userId, name, hash: hashOf(user), until: now() + rememberedMs });
  };

  const judge = async (key: string, attempt: CheckedAttempt): Promise<PasswordVerdict> => {
    try {
      const verdict = await check(attempt);
      await onJudged(attempt, verdict);
      if (verdict.result === 'right') remember(key, verdict.user);
      return verdict;
    } finally {
      underWay.delete(key);
    }
  };

  return async (attempt: CheckedAttempt): Promise<PasswordVerdict> => {
    const key = keyOf(attempt);
    const known = await recall(key);
    if (known) return { result: 'right', user: known };
    const judged = underWay.get(key) ?? judge(key, attempt);
    underWay.set(key, judged);
    return judged;
  };
};
