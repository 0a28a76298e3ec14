import type { BoundedTurns } from '../../concurrency/boundedTurns.ts';
import { dayMs } from '../../contract/dayMs.ts';
import { type DirectoryRefusal, directoryRefusals, fail, isFailure } from '../../contract/failures.ts';
import { accountKey } from '../../stores/directory/accountKey.ts';
import type { DirectoryObjectStore } from '../../stores/directory/directoryObjectStore.ts';
import { isLocked, type LockoutStore, type LockoutSubject } from '../../stores/users/lockoutStore.ts';
import type { Candidate, SignInStore } from '../../stores/users/signInStore.ts';
import type { Admission, Arriving } from '../directory/people/admission.ts';
import { askedWithin, longestAskingMs } from '../directory/people/askedWithin.ts';
import type { DirectoryReader, TokenOfPerson } from '../directory/directoryReader.ts';
import type { ReadDirectoryRules } from '../directory/people/directoryRules.ts';
import { findingOf } from '../directory/people/unreachableFinding.ts';
import { parseTypedAccount } from '../directory/people/typedAccount.ts';
import type { AttemptCounting } from './attemptCounting.ts';
import type { CheckedAttempt, DirectoryVerdict, PasswordVerdict } from './passwordCheck.ts';

export type DirectoryCheckParts = {
  reader: Pick<DirectoryReader, 'signIn' | 'signInAsOwnIdentity'>;
  rules: ReadDirectoryRules;
  objects: Pick<DirectoryObjectStore, 'findIdByAccount'>;
  people: Pick<SignInStore, 'findById'>;
  lockouts: Pick<LockoutStore, 'find' | 'forgive' | 'forgetUnknown'>;
  counting: AttemptCounting;
  admit: Admission;
  /** How many ask the directory at once. */
  turns: BoundedTurns;
  now: () => number;
};

/** As for local names: they are forgotten after a day. */
const unknownKeptMs = dayMs;

/** `typed`: the name for the directory; null: it is none of its names, or nobody typed one. */
type Counted = { subject: LockoutSubject; user: Candidate | null; typed: string | null; isLast: boolean };

const nothingTyped = { user: null, typed: null, isLast: false } as const;

const results: Readonly<Record<DirectoryRefusal, DirectoryVerdict['result']>> = {
  passwordExpired: 'directoryPasswordExpired',
  mustChangePassword: 'directoryMustChangePassword',
  disabled: 'directoryDisabled',
  accountExpired: 'directoryAccountExpired',
  lockedOut: 'directoryLockedOut',
  logonHours: 'directoryLogonHours',
  workstation: 'directoryWorkstation',
  notAMember: 'notAMember',
};

const reasonOf = (data: unknown): DirectoryRefusal | undefined =>
  directoryRefusals.find(
    (reason) => typeof data === 'object' && data !== null && 'reason' in data && data.reason === reason,
  );

/** Who has not signed in is told what it is, but neither names of controllers nor what would put it right. */
const toStranger = (error: Error & { data: unknown }): Error => {
  const finding = findingOf(error);
  if (!finding) return error;
  const { command: _command, ...told } = finding;
  return fail('DIRECTORY_UNREACHABLE', { finding: { ...told, parameters: {}, changes: [] } }, error);
};

/** What a failure of the directory is; null: a mistake of ours. `isGuess`: it counts as failed. */
const createRuling =
  ({ user, typed, isLast }: Omit<Counted, 'subject'>) =>
  (error: unknown): { verdict: PasswordVerdict; isGuess: boolean } | null => {
    if (!isFailure(error)) return null;
    if (error.code === 'SIGN_IN_REFUSED') {
      const verdict: PasswordVerdict = user
        ? { result: 'wrongPassword', user, locked: isLast }
        : { result: 'unknownUser', user, locked: isLast };
      return { verdict, isGuess: true };
    }
    const reason = error.code === 'DIRECTORY_SIGN_IN_REFUSED' ? reasonOf(error.data) : undefined;
    if (reason === undefined)
      return {
        verdict: {
          result: 'directoryUnreachable',
          user,
          locked: false,
          failure: toStranger(error),
          stranger: '',
        },
        isGuess: false,
      };
    // The directory says so of a locked account whatever the password is.
    const isGuess = reason === 'lockedOut';
    const locked = isGuess && isLast;
    return {
      verdict: { result: results[reason], user, locked, failure: error, stranger: typed ?? '' },
      isGuess,
    };
  };

/** What becomes of somebody whom the directory has let in. */
const createEntering = ({ people, lockouts, admit, now }: DirectoryCheckParts) => {
  const isShutOut = async (userId: string): Promise<boolean> => {
    const lockout = await lockouts.find({ userId });
    return lockout !== null && isLocked(lockout, now());
  };

  const enter = async (arriving: Arriving, countedId: string | null): Promise<PasswordVerdict> => {
    const { userId, isMember } = await admit(arriving);
    const user = userId === null ? null : await people.findById(userId);
    if (!user || !isMember) {
      const failure = fail('DIRECTORY_SIGN_IN_REFUSED', { reason: 'notAMember' });
      const stranger = arriving.token.person.accountName;
      return { result: 'notAMember', user, locked: false, failure, stranger };
    }
    // Another name of the same person leads around no lock.
    if (user.id !== countedId && (await isShutOut(user.id)))
      return { result: 'lockedOut', user, locked: false };
    if (!user.isActive) return { result: 'inactive', user, locked: false };
    await lockouts.forgive([user.id]);
    return { result: 'right', user };
  };

  /** `countedId`: whose attempts this one was counted among. */
  return async (arriving: Arriving, countedId: string | null): Promise<PasswordVerdict> => {
    try {
      return await enter(arriving, countedId);
    } catch (error) {
      const ruled = createRuling(nothingTyped)(error);
      if (!ruled) throw error;
      return ruled.verdict;
    }
  };
};

/**
 * Counts an attempt before anything is judged: of who is known under that name, else of the account name, as the directory compares
 * names.
 */
const createCounting =
  ({ rules, objects, people, counting }: DirectoryCheckParts) =>
  async ({ name, origin }: CheckedAttempt): Promise<Counted & { state: 'open' | 'locked' }> => {
    const account = parseTypedAccount(name, (await rules())?.domain ?? '');
    const knownId = account && (await objects.findIdByAccount(account));
    const user = knownId === null ? null : await people.findById(knownId);
    const unknownName = accountKey(account?.account ?? name);
    const subject: LockoutSubject = user ? { userId: user.id } : { unknownName };
    const reserved = await counting.reserve(subject, origin);
    return { subject, user, typed: account?.typed ?? null, ...reserved };
  };

/**
 * Judges somebody of the directory: one bind with the person's own password, never repeated (U10, U19). Attempts count and lock as
 * those of local users do, by the user who is known under that name, else by the account name that was typed. What says
 * nothing of a password does not count: a controller that could not be reached, and what the directory says of an account only
 * to who knows its password.
 */
export const createDirectoryCheck = (parts: DirectoryCheckParts) => {
  const { reader, lockouts, counting, turns, now } = parts;
  const enter = createEntering(parts);
  const count = createCounting(parts);

  const ask = async (password: string, { typed: name }: Pick<Counted, 'typed'>): Promise<TokenOfPerson> => {
    // With an empty password a directory binds as nobody and calls it a success (RFC 4513 5.1.2).
    if (password === '' || name === null) throw fail('SIGN_IN_REFUSED', {});
    return turns.inTurn(() =>
      askedWithin(longestAskingMs, (signal) => reader.signIn({ name, password }, signal)),
    );
  };

  const judge = async (attempt: CheckedAttempt): Promise<PasswordVerdict> => {
    const { state, ...counted } = await count(attempt);
    const { subject, user, isLast } = counted;
    if (state === 'locked') return { result: 'lockedOut', user, locked: isLast };
    const askedAt = now();
    let token: TokenOfPerson;
    try {
      token = await ask(attempt.password, counted);
    } catch (error) {
      const ruled = createRuling(counted)(error);
      if (!ruled?.isGuess) await counting.release(subject);
      else if (!user) await lockouts.forgetUnknown(now() - unknownKeptMs, now());
      if (!ruled) throw error;
      return ruled.verdict;
    }
    await counting.release(subject);
    return enter({ token, askedAt, door: attempt.origin.door }, user?.id ?? null);
  };

  return {
    check: (attempt: CheckedAttempt): Promise<PasswordVerdict> => turns.inPlace(() => judge(attempt)),

    /** Judges as whom this process runs, by Kerberos. Nothing is typed, so nothing is counted; a lock holds. */
    checkOwnIdentity: async (door: string): Promise<PasswordVerdict> => {
      const askedAt = now();
      try {
        const token = await askedWithin(longestAskingMs, reader.signInAsOwnIdentity);
        return await enter({ token, askedAt, door }, null);
      } catch (error) {
        const ruled = createRuling(nothingTyped)(error);
        if (!ruled) throw error;
        return ruled.verdict;
      }
    },
  };
};
