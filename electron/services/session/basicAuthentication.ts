import { fail } from '../../contract/failures.ts';
import type { SignInRules } from '../../contract/security/signInRules.ts';
import type { Candidate, SignInResult, SignInStore } from '../../stores/users/signInStore.ts';
import { type Note, noteNothing } from '../audit/note.ts';
import type { RightsService } from '../users/rights/rightsService.ts';
import type { Identity } from './identify.ts';
import type { CheckedAttempt, PasswordVerdict } from './passwordCheck.ts';
import { createRememberedCheck, type RememberedCheckParts } from './rememberedCheck.ts';
import { failureOf, nameOf, whyToChange } from './signIn.ts';

export type BasicAuthenticationParts = Omit<RememberedCheckParts, 'onJudged' | 'people'> & {
  people: Pick<SignInStore, 'findById' | 'record'>;
  rights: Pick<RightsService, 'heldBy'>;
  rules: () => Promise<Pick<SignInRules, 'passwords' | 'isBasicAuthenticationRestricted'>>;
  /** True while people of the directory may sign in. */
  isDirectoryEnabled: () => Promise<boolean>;
  /** Told of each lock, once. */
  onLocked: (attempt: CheckedAttempt, verdict: PasswordVerdict) => Promise<void>;
};

type Refusal = Exclude<SignInResult, 'success'>;

/** At the sign-in page a password that has to be replaced lets somebody in; here the audit must not say that it did. */
const toldOf = (refusal: Refusal | null): { result?: SignInResult } =>
  refusal === null || refusal === 'mustChange' || refusal === 'passwordExpired' ? {} : { result: refusal };

/**
 * Says who calls by the name and password that come with the call (RFC 7617, U26). The rules must allow it, and the user.
 * No session begins or ends by it (U28); attempts count towards the lockout as those of the sign-in page do.
 * NOT_SIGNED_IN where the rules allow it to nobody; else SIGN_IN_REFUSED, whatever the reason, or what the directory says:
 * DIRECTORY_SIGN_IN_REFUSED, DIRECTORY_UNREACHABLE.
 */
export const createBasicAuthentication = (parts: BasicAuthenticationParts) => {
  const { people, rights, rules, isDirectoryEnabled, onLocked, now } = parts;

  const whyRefused = async (user: Candidate): Promise<Refusal | null> => {
    if (!user.isActive) return 'inactive';
    if (!user.isLocal && !(await isDirectoryEnabled())) return 'inactive';
    if (!user.mayUseBasicAuthentication) return 'basicNotAllowed';
    return whyToChange(user, (await rules()).passwords, now());
  };

  const onJudged = async (attempt: CheckedAttempt, verdict: PasswordVerdict): Promise<void> => {
    const { origin } = attempt;
    const result =
      verdict.result === 'right' ? ((await whyRefused(verdict.user)) ?? 'success') : verdict.result;
    await people.record({ at: now(), userId: verdict.user?.id ?? null, origin, result });
    if (verdict.result !== 'right' && verdict.locked) await onLocked(attempt, verdict);
  };

  const check = createRememberedCheck({ ...parts, onJudged });

  return async (attempt: CheckedAttempt, note: Note = noteNothing): Promise<Identity> => {
    if ((await rules()).isBasicAuthenticationRestricted) throw fail('NOT_SIGNED_IN', {});
    const verdict = await check(attempt);
    const { user } = verdict;
    const refusal = verdict.result === 'right' ? await whyRefused(verdict.user) : verdict.result;
    if (user === null || refusal !== null) {
      note({ subject: nameOf(verdict), ...toldOf(refusal) });
      throw failureOf(verdict);
    }
    const { id: userId, name, language } = user;
    return { state: 'signedIn', userId, name, language, ...(await rights.heldBy(userId)) };
  };
};

export type BasicAuthentication = ReturnType<typeof createBasicAuthentication>;
