import { isFailure } from '../../contract/failures.ts';
import type { Language } from '../../contract/languages.ts';
import type { PasswordRules } from '../../contract/security/signInRules.ts';
import type { EndReason } from '../../contract/session/sessionEnd.ts';
import type { AttemptOrigin } from '../../stores/users/lockoutStore.ts';
import type { Candidate, SignInStore } from '../../stores/users/signInStore.ts';
import type { HeldPermissions } from '../users/rights/heldPermissions.ts';
import type { RightsService } from '../users/rights/rightsService.ts';
import type { SessionCheck, SessionVerdict } from './sessionCheck.ts';
import { whyToChange } from './signIn.ts';

/** One who calls, as a door knows it: a window, a browser that was given a session, a process. */
export type Caller = {
  /** Is who started the program, or was given its start link. */
  startedProgram: boolean;
  /** What signing in gave; null: nobody is signed in here. */
  token: string | null;
};

/** Why somebody who was signed in is not any more; `at` in ms since 1970 UTC. `elsewhere`: where, if that is why. */
export type SessionEnd = { reason: EndReason; at: number; elsewhere: AttemptOrigin | null };

/** `language`: what the person reads; null: that of the console. */
type Person = { userId: string; name: string; language: Language | null };

/** Who it is that calls. */
export type Identity =
  /** There is no administrator yet: the person who started the program may do everything. */
  | { state: 'starting' }
  | ({ state: 'signedIn' } & Person & { held: HeldPermissions; isAdministrator: boolean })
  /** Signed in with a password that has to be replaced: good for that and for nothing else. */
  | ({ state: 'mustChangePassword' } & Person)
  | { state: 'signedOut'; end: SessionEnd | null }
  /** The database cannot be used: the person who started the program may restore it. `refusal`: of everything else. */
  | { state: 'unreadable'; refusal: Error };

export type IdentifyParts = {
  /** False while nobody has been created: nothing is opened for that. */
  hasAdministrator: () => Promise<boolean>;
  check: SessionCheck;
  people: Pick<SignInStore, 'findById'>;
  rights: Pick<RightsService, 'heldBy'>;
  rules: () => Promise<PasswordRules>;
  /** True while people of the directory may sign in. */
  isDirectoryEnabled: () => Promise<boolean>;
  endSession: (id: string, reason: EndReason) => Promise<void>;
  now: () => number;
};

const signedOut = (verdict: Exclude<SessionVerdict, { state: 'lasting' }>): Identity => {
  if (verdict.state === 'unknown') return { state: 'signedOut', end: null };
  const { reason, at, elsewhere } = verdict;
  return { state: 'signedOut', end: { reason, at, elsewhere: elsewhere?.origin ?? null } };
};

const createIdentifyUser = (parts: IdentifyParts) => {
  const { check, people, rights, rules, isDirectoryEnabled, endSession, now } = parts;

  const whyEnded = async (user: Candidate | null): Promise<EndReason | null> => {
    if (!user?.isActive) return 'deactivated';
    return user.isLocal || (await isDirectoryEnabled()) ? null : 'ended';
  };

  return async (token: string, isUse: boolean): Promise<Identity> => {
    const verdict = await check(token, isUse);
    if (verdict.state !== 'lasting') return signedOut(verdict);
    const { id, userId } = verdict.session;
    // Before the user is looked at: the directory may be asked, and say that it knows the user no more.
    const held = await rights.heldBy(userId);
    const user = await people.findById(userId);
    const reason = await whyEnded(user);
    if (!user || reason) {
      await endSession(id, reason ?? 'deactivated');
      return { state: 'signedOut', end: { reason: reason ?? 'deactivated', at: now(), elsewhere: null } };
    }
    const person = { userId, name: user.name, language: user.language };
    if (whyToChange(user, await rules(), now()) !== null) return { state: 'mustChangePassword', ...person };
    return { state: 'signedIn', ...person, ...held };
  };
};

/**
 * Says who calls, anew for each call: whoever was signed out, deactivated or given a right is so at once. `isUse` false: the
 * call comes by itself, and does not keep a session from ending as idle.
 */
export const createIdentify = (parts: IdentifyParts) => {
  const identifyUser = createIdentifyUser(parts);
  const identify = async ({ startedProgram, token }: Caller, isUse: boolean): Promise<Identity> => {
    if (token !== null) return identifyUser(token, isUse);
    if (startedProgram && !(await parts.hasAdministrator())) return { state: 'starting' };
    return { state: 'signedOut', end: null };
  };
  return async (caller: Caller, isUse = true): Promise<Identity> => {
    try {
      return await identify(caller, isUse);
    } catch (error) {
      if (!isFailure(error) || error.code !== 'DATABASE_UNREADABLE') throw error;
      return caller.startedProgram
        ? { state: 'unreadable', refusal: error }
        : { state: 'signedOut', end: null };
    }
  };
};

export type Identify = ReturnType<typeof createIdentify>;
