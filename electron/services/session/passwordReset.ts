import { fail } from '../../contract/failures.ts';
import type { Language } from '../../contract/languages.ts';
import { isEmailAddress } from '../../contract/mail/address.ts';
import type { AttemptOrigin } from '../../stores/users/lockoutStore.ts';
import type { PeopleTransaction } from '../../stores/users/peopleTransaction.ts';
import type { ResetAttempt, ResetAttemptStore, ResetLimits } from '../../stores/users/resetAttemptStore.ts';
import { mayReset, type ResetCodeStore, type ResetUser } from '../../stores/users/resetCodeStore.ts';
import { passwordChange } from '../audit/valueChanges.ts';
import { type Note, type Noted, noteNothing } from '../audit/note.ts';
import type { ProblemLog } from '../../stores/problemLog.ts';
import { type NewNotice, newNotice } from '../notices/newNotice.ts';
import type { NoticeQueue } from '../notices/noticeQueue.ts';
import { passwordOwner, type PasswordSetting } from '../users/passwords/passwordSetting.ts';
import { replacePassword } from '../users/passwords/replacePassword.ts';
import { hashResetCode } from './resetCode.ts';
import { resetLimits, resetWindowMs } from './resetLimits.ts';

export type PasswordResetParts = {
  resets: ResetCodeStore;
  attempts: ResetAttemptStore;
  queue: Pick<NoticeQueue, 'add'>;
  passwords: PasswordSetting;
  transact: PeopleTransaction;
  /** For users who have chosen none. */
  language: () => Promise<Language>;
  /** Told that a mail may be waiting, also when none is. */
  wake: () => void;
  /** ms since 1970 UTC. */
  now: () => number;
  log: ProblemLog;
};

export type ResetCompletion = { name: string; code: string; newPassword: string };

/** All names that nobody has count as one: however many are tried, they hardly count for those whom somebody has. */
const unknownSubject = 'unknown';

const refuse = (code: 'resetCodeMistyped' | 'resetCodeRefused') =>
  fail('INVALID_INPUT', { issues: [{ path: ['code'], code, parameters: {} }] });

type Counted = { attempt: ResetAttempt; limits: ResetLimits; user: ResetUser | null };

const createCounting =
  ({ resets, now }: PasswordResetParts) =>
  async (step: ResetAttempt['step'], typed: string, { machine }: AttemptOrigin): Promise<Counted> => {
    await resets.forget(now() - resetWindowMs);
    const user = await resets.findUser(typed);
    const attempt = { step, subject: user?.id ?? unknownSubject, machine, at: now() };
    return { attempt, limits: resetLimits(step, now()), user };
  };

/** Why nothing will be sent: told to the audit alone. */
const whyNoMail = (user: ResetUser | null): Pick<Noted, 'result'> => {
  if (user === null) return { result: 'unknownUser' };
  if (!user.isActive) return { result: 'inactive' };
  if (!user.isLocal) return { result: 'directoryUser' };
  return user.mail !== null && isEmailAddress(user.mail) ? {} : { result: 'noAddress' };
};

const createRequest = (parts: PasswordResetParts) => {
  const { attempts, language, wake, now } = parts;
  const prepare = createCounting(parts);

  return async (nameOrAddress: string, origin: AttemptOrigin, note: Note = noteNothing): Promise<void> => {
    const { attempt, limits, user } = await prepare('request', nameOrAddress, origin);
    const refusal = whyNoMail(user);
    note({ subject: user?.name ?? '', ...refusal });
    const details = { machine: origin.machine };
    const wanted = { kind: 'passwordReset', userId: null, toAddress: '', details } as const;
    const notice = newNotice({ ...wanted, language: await language() }, now());
    if (!(await attempts.request(attempt, limits, notice))) note({ result: 'tooOften', ...refusal });
    wake();
  };
};

const createCompletion = (parts: PasswordResetParts) => {
  const { resets, attempts, passwords, transact, queue, language, wake, now, log } = parts;
  const prepare = createCounting(parts);

  const confirm = async (user: ResetUser, { machine }: AttemptOrigin): Promise<void> => {
    if (user.mail === null || !isEmailAddress(user.mail)) return;
    const notice: NewNotice = {
      ...{ kind: 'passwordChanged', userId: user.id, toAddress: user.mail },
      language: user.language ?? (await language()),
      details: { user: user.name, machine },
    };
    await queue.add(notice);
    wake();
  };

  /** The user whose code this is; uses nothing up. */
  const demandUser = async (
    { name, codeHash }: { name: string; codeHash: string },
    origin: AttemptOrigin,
    note: Note,
  ): Promise<ResetUser> => {
    const { attempt, limits, user } = await prepare('guess', name, origin);
    note({ subject: user?.name ?? '' });
    const isCounted = await attempts.count(attempt, limits);
    const isGood = await resets.isGood(attempt.subject, codeHash, now());
    if (!isCounted || !isGood || user === null || !mayReset(user)) throw refuse('resetCodeRefused');
    return user;
  };

  return async (
    { name, code, newPassword }: ResetCompletion,
    origin: AttemptOrigin,
    note: Note = noteNothing,
  ): Promise<ResetUser> => {
    const codeHash = hashResetCode(code);
    if (codeHash === null) throw refuse('resetCodeMistyped');
    const user = await demandUser({ name, codeHash }, origin, note);
    note({ changes: [passwordChange] });
    // Judged before the code is used up, so that a password which is refused costs no code; and after it was found
    // good, because the rules tell something of earlier passwords.
    const hash = await passwords.hashGood(newPassword, passwordOwner(user), ['newPassword']);
    await transact(async (stores) => {
      if (!(await stores.resetCodes.redeem(user.id, codeHash, now()))) throw refuse('resetCodeRefused');
      await replacePassword(stores, { userId: user.id, hash, at: now(), mustChange: false });
      await stores.lockouts.forgive([user.id]);
    });
    try {
      await confirm(user, origin);
    } catch (error) {
      // The password is replaced, and the code used up: not to say so would be wrong.
      log.error('passwordReset.notConfirmed', { user: user.name, error });
    }
    return user;
  };
};

/** Forgotten passwords: a code by mail, and a new password for it. Nobody is signed in by that. */
export const createPasswordReset = (parts: PasswordResetParts) => ({
  /**
   * Sends a code to a user, by name or address. The answer and the work are the same for everybody; who is unknown,
   * inactive, without address or of a directory, or asks too often, gets none.
   */
  request: createRequest(parts),

  /**
   * Sets a new password for a code. INVALID_INPUT at `code` (`resetCodeMistyped`, `resetCodeRefused`) and at
   * `newPassword`. Ends every session of the user and what locked the user out.
   */
  complete: createCompletion(parts),
});

export type PasswordReset = ReturnType<typeof createPasswordReset>;
