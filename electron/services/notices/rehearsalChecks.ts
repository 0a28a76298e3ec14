import { isFailure } from '../../contract/failures.ts';
import { isEmailAddress } from '../../contract/mail/address.ts';
import type { RehearsalEvent, RehearsalProblem, RehearsalStep } from '../../contract/notices/rehearsal.ts';
import type { ResetAttemptStore } from '../../stores/users/resetAttemptStore.ts';
import type { ResetUser } from '../../stores/users/resetCodeStore.ts';
import { type Note, noteNothing } from '../audit/note.ts';
import { targetOf } from '../mail/profileTarget.ts';
import type { ResolvedProfile } from '../mail/resolvedProfile.ts';
import { resetLimits } from '../session/resetLimits.ts';

/** What a rehearsal goes on with when every step before the sending was well. */
export type Rehearsed = { user: ResetUser; to: string; values: ResolvedProfile };

export type RehearsalCheckParts = {
  findUser: (id: string) => Promise<ResetUser | null>;
  /** The profile that mails of the program go with. Throws the failures of `ProfileService.resolveActive`. */
  openProfile: () => Promise<ResolvedProfile>;
  /** Counts rehearsals as requests are counted; each one sends a code that works. */
  attempts: Pick<ResetAttemptStore, 'count'>;
  /** ms since 1970 UTC. */
  now: () => number;
};

/** Whom it is about, from where; `note` is told whom. */
export type RehearsedSubject = { userId: string; machine: string; note?: Note };

type Emit = (event: RehearsalEvent) => void;

const problemOfUser = (user: ResetUser | null): RehearsalProblem | null => {
  if (user === null) return { code: 'userUnknown' };
  if (!user.isLocal) return { code: 'passwordKeptElsewhere' };
  return user.isActive ? null : { code: 'userInactive' };
};

const problemOfAddress = (address: string | null): RehearsalProblem | null => {
  if (address === null) return { code: 'addressMissing' };
  return isEmailAddress(address) ? null : { code: 'addressInvalid', address };
};

const openOrExplain = async (
  open: RehearsalCheckParts['openProfile'],
): Promise<ResolvedProfile | RehearsalProblem> => {
  try {
    return await open();
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { code: 'profileUnusable', failure: String(error.code) };
  }
};

/** Checks user, address, profile and how often that was done, and tells of each; null when one is not well. */
export const createRehearsalChecks =
  ({ findUser, openProfile, attempts, now }: RehearsalCheckParts) =>
  async (
    { userId, machine, note = noteNothing }: RehearsedSubject,
    emit: Emit,
  ): Promise<Rehearsed | null> => {
    const tell = (step: RehearsalStep, subject: string, problem: RehearsalProblem | null): boolean => {
      emit({ type: 'stepFinished', step, subject, problem });
      return problem === null;
    };
    const user = await findUser(userId);
    if (user) note({ subject: user.name });
    if (!tell('user', user?.name ?? '', problemOfUser(user)) || user === null) return null;
    if (!tell('address', user.mail ?? '', problemOfAddress(user.mail)) || user.mail === null) return null;
    const values = await openOrExplain(openProfile);
    if ('code' in values) {
      tell('profile', '', values);
      return null;
    }
    tell('profile', targetOf(values) || values.name, null);
    const attempt = { step: 'rehearsal', subject: userId, machine, at: now() } as const;
    const limits = resetLimits(attempt.step, attempt.at);
    if (!(await attempts.count(attempt, limits))) {
      tell('compose', '', { code: 'tooOften', perUser: limits.perSubject, perMachine: limits.perMachine });
      return null;
    }
    return { user, to: user.mail, values };
  };
