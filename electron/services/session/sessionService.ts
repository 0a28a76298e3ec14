import { fail } from '../../contract/failures.ts';
import type { AttemptOrigin } from '../../stores/users/lockoutStore.ts';
import type { SessionStore } from '../../stores/users/sessionStore.ts';
import type { Note, Noted } from '../audit/note.ts';
import type { AdministratorRecovery, createAdministratorRecovery } from './administratorRecovery.ts';
import {
  administratorName,
  type createFirstAdministrator,
  type FirstAdministrator,
} from './firstAdministrator.ts';
import type { Caller, Identity } from './identify.ts';
import type { createOwnLanguage } from './ownLanguage.ts';
import type { createOwnPasswordChange } from './ownPassword.ts';
import type { SessionCheck } from './sessionCheck.ts';
import type { createSignIn, createWindowsSignIn, SignedIn } from './signIn.ts';

/** One call: through what somebody signs in and out, who that is now, and from where. */
export type SessionCall = { caller: Caller; identity: Identity; origin: AttemptOrigin; note: Note };

export type SessionServiceParts = {
  createAdministrator: ReturnType<typeof createFirstAdministrator>;
  recoverAdministrator: ReturnType<typeof createAdministratorRecovery>;
  signIn: ReturnType<typeof createSignIn>;
  signInAsWindowsUser: ReturnType<typeof createWindowsSignIn>;
  changePassword: ReturnType<typeof createOwnPasswordChange>;
  saveOwnLanguage: ReturnType<typeof createOwnLanguage>;
  check: SessionCheck;
  sessions: Pick<SessionStore, 'end'>;
  now: () => number;
};

/** True for a door that only the person who runs the program comes through: window and process are that person's. */
export const isOwnDoor = ({ door }: Pick<AttemptOrigin, 'door'>): boolean =>
  door === 'desktop' || door === 'commandLine';

/** Who tries to sign in is nobody yet, also where somebody is signed in until that succeeds. */
const byNobody: Noted = { by: { userId: null, user: '' } };

/** Ends the session that a caller has, if it lasts; the caller is nobody then. */
const createLeaving =
  ({ check, sessions, now }: SessionServiceParts) =>
  async (caller: Caller): Promise<void> => {
    const { token } = caller;
    if (token === null) return;
    const verdict = await check(token, false);
    if (verdict.state === 'lasting') await sessions.end(verdict.session.id, 'signedOut', now());
    caller.token = null;
  };

/** Who comes in and goes out: the first administrator, signing in and out, the own password. */
export const createSessionService = (parts: SessionServiceParts) => {
  const leave = createLeaving(parts);

  const enter = async ({ caller }: SessionCall, { token }: SignedIn): Promise<void> => {
    await leave(caller);
    caller.token = token;
  };

  const signIn = async (call: SessionCall, name: string, password: string): Promise<void> =>
    enter(call, await parts.signIn({ name, password, origin: call.origin }, call.note));

  return {
    /** Creates the predefined user and signs that person in. CONFLICT when there is one already. INVALID_INPUT. */
    createAdministrator: async (call: SessionCall, values: FirstAdministrator): Promise<void> => {
      if (call.identity.state !== 'starting') throw fail('CONFLICT', { revision: 1 });
      await parts.createAdministrator(values);
      // What is told of it is that it was done, not how the password was judged.
      const note: Note = ({ result: _result, ...noted }) => call.note(noted);
      await signIn({ ...call, note }, administratorName, values.password);
    },

    /** For the person who started the program: NOT_SIGNED_IN for everybody else. Nobody is signed in by it. */
    recoverAdministrator: async (
      { caller, note }: SessionCall,
      values: AdministratorRecovery,
    ): Promise<void> => {
      if (!caller.startedProgram) throw fail('NOT_SIGNED_IN', {});
      note({ subject: administratorName });
      await parts.recoverAdministrator(values, note);
    },

    /** SIGN_IN_REFUSED …; a session that the caller had then goes on. */
    signIn: (call: SessionCall, { name, password }: { name: string; password: string }): Promise<void> => {
      call.note(byNobody);
      return signIn(call, name, password);
    },

    /** NOT_SIGNED_IN through a door that more people come through than who runs the program. */
    signInAsWindowsUser: async (call: SessionCall): Promise<void> => {
      call.note(byNobody);
      if (!isOwnDoor(call.origin)) throw fail('NOT_SIGNED_IN', {});
      await enter(call, await parts.signInAsWindowsUser(call.origin, call.note));
    },

    signOut: ({ caller }: SessionCall): Promise<void> => leave(caller),

    /** NOT_SIGNED_IN. */
    saveOwnLanguage: parts.saveOwnLanguage,

    /** INVALID_INPUT at `present` or `next`; NOT_SIGNED_IN. */
    changePassword: async (
      { caller, identity, origin, note }: SessionCall,
      { present, next }: { present: string; next: string },
    ): Promise<void> => {
      const verdict = caller.token === null ? null : await parts.check(caller.token);
      const isKnown = identity.state === 'signedIn' || identity.state === 'mustChangePassword';
      if (!isKnown || verdict?.state !== 'lasting') throw fail('NOT_SIGNED_IN', {});
      const attempt = { name: identity.name, password: present, origin };
      await parts.changePassword({ attempt, next, sessionId: verdict.session.id }, note);
    },
  };
};

export type SessionService = ReturnType<typeof createSessionService>;
