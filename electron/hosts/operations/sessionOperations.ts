import { fail, isFailure } from '../../contract/failures.ts';
import type { PasswordRules } from '../../contract/security/signInRules.ts';
import type { Session, SignInWays } from '../../contract/session/session.contract.ts';
import type { PasswordReset } from '../../services/session/passwordReset.ts';
import { isOwnDoor, type SessionCall, type SessionService } from '../../services/session/sessionService.ts';
import { actorOf } from '../actorOf.ts';
import type { CallContext, HandlerContext } from '../callContext.ts';
import type { Implementer } from '../implementer.ts';

/** What the program itself knows and every session shows. */
export type ProgramFacts = Pick<Session, 'version' | 'systemLocale' | 'dataDirectoryRestricted'> & {
  dataDirectory: string;
};

export type SessionServices = {
  sessions: SessionService;
  reset: Pick<PasswordReset, 'request' | 'complete'>;
  signInWays: (isOwnDoor: boolean) => Promise<SignInWays>;
  hasAdministrator: () => Promise<boolean>;
  passwordRules: () => Promise<PasswordRules>;
  /** The name of this machine: all doors are on it. */
  machine: string;
};

/** Who calls, for the page. A door without callers says itself who that is: a person who is signed in, or nobody. */
const personOf = ({
  identity,
  user,
  permissions,
}: CallContext): Pick<Session, 'state' | 'end' | 'user' | 'userId' | 'language'> => {
  const nobody = { end: null, user, userId: null, language: null };
  if (!identity) return { ...nobody, state: permissions === null ? 'signedOut' : 'signedIn' };
  switch (identity.state) {
    case 'signedIn':
    case 'mustChangePassword': {
      const { state, userId, language } = identity;
      return { ...nobody, state, userId, language };
    }
    case 'signedOut': {
      const { end } = identity;
      const shownEnd = end && { ...end, at: new Date(end.at).toISOString() };
      return { ...nobody, state: 'signedOut', end: shownEnd };
    }
    default:
      return { ...nobody, state: identity.state };
  }
};

const permissionsOf = ({
  permissions,
  folderPermissions,
}: CallContext): Pick<Session, 'permissions' | 'folderPermissions'> => ({
  permissions: [...(permissions ?? [])],
  folderPermissions: [...(folderPermissions ?? [])].map(([folderId, held]) => ({
    ...{ folderId, permissions: [...held] },
  })),
});

const createCalls = (machine: string) => {
  const originOf = ({ door }: CallContext) => ({ door, machine });

  /** NOT_SIGNED_IN through a door that nobody can sign in through. */
  const callOf = (context: HandlerContext): SessionCall => {
    const { caller, identity, note } = context;
    if (!caller || !identity) throw fail('NOT_SIGNED_IN', {});
    return { caller, identity, origin: originOf(context), note };
  };

  return { originOf, callOf };
};

/** Where the database cannot be read there was somebody: nobody is the first one. */
const createIsSetUp =
  (hasAdministrator: SessionServices['hasAdministrator']) => async (): Promise<boolean> => {
    try {
      return await hasAdministrator();
    } catch (error) {
      if (isFailure(error) && error.code === 'DATABASE_UNREADABLE') return true;
      throw error;
    }
  };

const createResetOperations = (
  os: Implementer,
  reset: SessionServices['reset'],
  originOf: ReturnType<typeof createCalls>['originOf'],
) => ({
  requestPasswordReset: os.session.requestPasswordReset.handler(async ({ input, context }) => {
    await reset.request(input.nameOrAddress, originOf(context), context.note);
    return {};
  }),
  completePasswordReset: os.session.completePasswordReset.handler(async ({ input, context }) => {
    await reset.complete(input, originOf(context), context.note);
    return {};
  }),
});

const createEntranceOperations = (
  os: Implementer,
  sessions: SessionServices['sessions'],
  callOf: ReturnType<typeof createCalls>['callOf'],
) => ({
  signIn: os.session.signIn.handler(async ({ input, context }) => {
    await sessions.signIn(callOf(context), input);
    return {};
  }),
  signInAsWindowsUser: os.session.signInAsWindowsUser.handler(async ({ context }) => {
    await sessions.signInAsWindowsUser(callOf(context));
    return {};
  }),
  signOut: os.session.signOut.handler(async ({ context }) => {
    await sessions.signOut(callOf(context));
    return {};
  }),
});

/** Answers the operations of `session`: who calls, coming in and going out, and what the program is. */
export const createSessionOperations = (
  os: Implementer,
  { sessions, reset, signInWays, hasAdministrator, passwordRules, machine }: SessionServices,
  { dataDirectory, ...facts }: ProgramFacts,
) => {
  const { originOf, callOf } = createCalls(machine);
  const isSetUp = createIsSetUp(hasAdministrator);
  return {
    getSession: os.session.getSession.handler(async ({ context }) => ({
      ...personOf(context),
      ...permissionsOf(context),
      isAdministrator: actorOf(context).isAdministrator,
      ...facts,
      isSetUp: await isSetUp(),
      startedProgram: context.caller?.startedProgram ?? false,
      door: context.door,
      dataDirectory: context.permissions === null ? null : dataDirectory,
    })),
    getSignInWays: os.session.getSignInWays.handler(({ context }) => signInWays(isOwnDoor(context))),
    getPasswordRules: os.session.getPasswordRules.handler(() => passwordRules()),
    createAdministrator: os.session.createAdministrator.handler(async ({ input, context }) => {
      await sessions.createAdministrator(callOf(context), input);
      return {};
    }),
    recoverAdministrator: os.session.recoverAdministrator.handler(async ({ input, context }) => {
      await sessions.recoverAdministrator(callOf(context), input);
      return {};
    }),
    ...createEntranceOperations(os, sessions, callOf),
    changePassword: os.session.changePassword.handler(async ({ input, context }) => {
      await sessions.changePassword(callOf(context), input);
      return {};
    }),
    saveOwnLanguage: os.session.saveOwnLanguage.handler(async ({ input, context }) => {
      await sessions.saveOwnLanguage(callOf(context), input.language);
      return {};
    }),
    ...createResetOperations(os, reset, originOf),
  };
};
