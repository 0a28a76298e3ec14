import { fail, refuseField } from '../../contract/failures.ts';
import type { PeopleStores, PeopleTransaction } from '../../stores/users/peopleTransaction.ts';
import type { SignInStore } from '../../stores/users/signInStore.ts';
import { type Note, noteNothing } from '../audit/note.ts';
import { passwordOwner, type PasswordSetting } from '../users/passwords/passwordSetting.ts';
import { replacePassword } from '../users/passwords/replacePassword.ts';
import { passwordChange } from '../audit/valueChanges.ts';
import type { CheckedAttempt, PasswordCheck, PasswordVerdict } from './passwordCheck.ts';

export type OwnPasswordParts = {
  check: PasswordCheck;
  people: Pick<SignInStore, 'find'>;
  passwords: Pick<PasswordSetting, 'hashGood'>;
  transact: PeopleTransaction;
  /** Told of each lock, once, as by signing in. */
  onLocked: (attempt: CheckedAttempt, verdict: PasswordVerdict) => Promise<void>;
  now: () => number;
};

/** `attempt` names the person who is signed in and carries the present password. */
export type OwnPasswordChange = { attempt: CheckedAttempt; next: string; sessionId: string };

/**
 * A hash takes a while. What gives the user another password meanwhile, or deactivates the user, ends this session: the
 * password that was judged is no longer the one to go by.
 */
const demandLasting = async (
  { sessions }: Pick<PeopleStores, 'sessions'>,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<void> => {
  const lasting = await sessions.listOf(userId);
  if (!lasting.some(({ id }) => id === sessionId)) throw fail('NOT_SIGNED_IN', {});
};

/**
 * Lets somebody replace the own password. A wrong present one counts towards the lockout like any other attempt (U27).
 * The session goes on, every other one of the user ends. INVALID_INPUT at `present` or `next`; NOT_SIGNED_IN when the
 * session ended meanwhile.
 */
export const createOwnPasswordChange =
  ({ check, people, passwords, transact, onLocked, now }: OwnPasswordParts) =>
  async ({ attempt, next, sessionId }: OwnPasswordChange, note: Note = noteNothing): Promise<void> => {
    note({ subject: attempt.name });
    if ((await people.find(attempt.name))?.isLocal === false)
      throw refuseField(['present'], 'directoryPassword');
    const verdict = await check(attempt);
    if (verdict.result !== 'right') {
      note({ result: verdict.result });
      if (verdict.locked) await onLocked(attempt, verdict);
      const issue = { path: ['present'], code: 'presentPasswordWrong', parameters: {} };
      throw fail('INVALID_INPUT', { issues: [issue] });
    }
    const { user } = verdict;
    const hash = await passwords.hashGood(next, passwordOwner(user), ['next']);
    const replacement = { userId: user.id, hash, at: now(), mustChange: false, sessionId };
    await transact(async (stores) => {
      await demandLasting(stores, replacement);
      await replacePassword(stores, replacement);
    });
    note({ changes: [passwordChange] });
  };
