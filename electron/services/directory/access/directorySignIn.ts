import { type DirectoryRefusal, fail, isFailure } from '../../../contract/failures.ts';
import type { KnownDomain } from '../../../contract/directory/directoryObject.ts';
import { DirectoryObstacle } from '../connection/directoryObstacle.ts';
import type { ControllerOpening } from '../connection/openController.ts';
import { withinTime } from '../connection/withinTime.ts';
import type { TokenOfPerson, TypedCredentials } from '../directoryReader.ts';
import { readOwnToken } from '../reading/readObject.ts';
import type { ResolvedDirectory, ResolvedIdentity } from '../resolvedDirectory.ts';
import { forDomain, type SessionUse } from './sessionUse.ts';
import { toDirectorySession } from './toDirectorySession.ts';
import { unreachable } from './unreachable.ts';

export type DirectorySignInParts = {
  use: Pick<SessionUse, 'demandInForce'>;
  opening: Pick<ControllerOpening, 'openController'>;
  /** By DNS name or NetBIOS name; null: none of ours. Throws nothing of the network: then it is null. */
  findDomain: (name: string, signal: AbortSignal) => Promise<KnownDomain | null>;
  /** Is told what nobody foresaw. */
  report: (error: unknown) => void;
};

/** What a controller says of an account whose password is right, by the finding of its refusal. */
const refusals: Readonly<Record<string, DirectoryRefusal>> = {
  directoryPasswordExpired: 'passwordExpired',
  directoryPasswordMustChange: 'mustChangePassword',
  directoryAccountDisabled: 'disabled',
  directoryAccountExpired: 'accountExpired',
  directoryAccountLocked: 'lockedOut',
  directorySignInHours: 'logonHours',
  directoryWorkstationRefused: 'workstation',
};

/** Name or password are wrong: which of the two, nobody is told. */
const wrong: ReadonlySet<string> = new Set([
  'directoryUserUnknown',
  'directoryCredentialsWrong',
  'directoryCredentialsRefused',
  'directoryNameInvalid',
]);

const toRefusal = (error: DirectoryObstacle): Error => {
  const { code } = error.finding;
  const reason = refusals[code];
  if (reason !== undefined) return fail('DIRECTORY_SIGN_IN_REFUSED', { reason }, error);
  return wrong.has(code)
    ? fail('SIGN_IN_REFUSED', {}, error)
    : fail('DIRECTORY_UNREACHABLE', { finding: error.finding }, error);
};

/** The domain in front of the backslash or behind the sign @; null: a bare name. */
const domainNameIn = (name: string): string | null =>
  /^([^\\]+)\\/.exec(name)?.[1] ?? /@([^@]+)$/.exec(name)?.[1] ?? null;

/** Signs people in to the directory, each by one bind on one controller. */
export const createDirectorySignIn = ({ use, opening, findDomain, report }: DirectorySignInParts) => {
  /** Domains outside of our forest have controllers of their own; a name that we do not know is left to ours. */
  const domainOf = async (name: string, signal: AbortSignal): Promise<string | null> => {
    const typed = domainNameIn(name);
    const domain = typed === null ? null : await findDomain(typed, signal);
    return domain && domain.kind !== 'own' ? domain.name : null;
  };

  const readAs = async (
    identity: ResolvedIdentity,
    directory: ResolvedDirectory,
    signal: AbortSignal,
  ): Promise<TokenOfPerson> => {
    const opened = await opening.openController({ ...directory, identity }, signal);
    try {
      const token = await withinTime(directory.timeoutMs, signal, async (limited) => {
        const known = await findDomain(directory.domain, limited);
        return readOwnToken(toDirectorySession(opened, directory.domain, known ? [known] : []), limited);
      });
      // Bound, but nobody can say as whom: a guess would let one person in as another.
      if (token === null) throw fail('SIGN_IN_REFUSED', {});
      return token;
    } catch (error) {
      signal.throwIfAborted();
      throw isFailure(error) ? error : unreachable(error, opened.host, report);
    } finally {
      await opened.unbind();
    }
  };

  const translated = async (signing: Promise<TokenOfPerson>): Promise<TokenOfPerson> => {
    try {
      return await signing;
    } catch (error) {
      throw error instanceof DirectoryObstacle ? toRefusal(error) : error;
    }
  };

  return {
    signIn: async ({ name, password }: TypedCredentials, signal: AbortSignal): Promise<TokenOfPerson> => {
      const { directory } = await use.demandInForce();
      if (name.trim() === '' || password === '') throw fail('SIGN_IN_REFUSED', {});
      const values = forDomain(directory, await domainOf(name, signal));
      const identity = { mode: 'password', userName: name, password, source: 'typed' } as const;
      return translated(readAs(identity, values, signal));
    },

    signInAsOwnIdentity: async (signal: AbortSignal): Promise<TokenOfPerson> => {
      const { directory } = await use.demandInForce();
      return translated(readAs({ mode: 'windows' }, directory, signal));
    },
  };
};
