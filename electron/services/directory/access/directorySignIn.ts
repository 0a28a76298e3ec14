import { withinTime } from '../../../concurrency/withinTime.ts';
import { fail, isFailure } from '../../../contract/failures.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { DirectoryObstacle } from '../connection/directoryObstacle.ts';
import type { ControllerOpening, OpenController } from '../connection/openController.ts';
import type { TokenOfPerson, TypedCredentials } from '../directoryReader.ts';
import type { NamedDomain } from '../reading/readDomains.ts';
import { readOwnContext, readTokenAmong } from '../reading/readObject.ts';
import type { ResolvedDirectory, ResolvedIdentity } from '../resolvedDirectory.ts';
import { findElsewhere, mayBeOf, type SignedIn } from './accountElsewhere.ts';
import { demandToken } from './believing.ts';
import { forDomain } from './forDomain.ts';
import type { KnownDomains } from './knownDomains.ts';
import { readDomainsIfAllowed } from './readDomainsIfAllowed.ts';
import type { SessionUse } from './sessionUse.ts';
import { createSignInDomain } from './signInDomain.ts';
import { signInRefusal } from './signInRefusal.ts';
import { toDirectorySession } from './toDirectorySession.ts';
import { unreachable } from './unreachable.ts';

export type DirectorySignInParts = {
  use: Pick<SessionUse, 'demandInForce' | 'readDomains' | 'withSession'>;
  known: KnownDomains;
  opening: Pick<ControllerOpening, 'openController'>;
  /** Is told what nobody foresaw. */
  report: (error: unknown) => void;
};

/** What the person's own connection tells: who that is, or what there is to find that out elsewhere. */
type Told = { token: TokenOfPerson | null; signedIn: SignedIn };

/** Reads as the person who has signed in on a connection. */
const createOwnReading = ({ known, report }: Pick<DirectorySignInParts, 'known' | 'report'>) => {
  /** What this person sees is kept for nobody else: it may be less than what the identity that reads sees. */
  const domainsOf = async (
    opened: OpenController,
    { domain }: ResolvedDirectory,
    own: string,
    signal: AbortSignal,
  ): Promise<readonly NamedDomain[]> => {
    const present = known.of(own);
    if (present.length > 0 || domain !== own) return present;
    return (await readDomainsIfAllowed(toDirectorySession(opened, domain, []), signal)) ?? [];
  };

  const read = async (
    opened: OpenController,
    values: ResolvedDirectory,
    own: string,
    signal: AbortSignal,
  ): Promise<Told> => {
    const domains = await domainsOf(opened, values, own, signal);
    const session = toDirectorySession(opened, values.domain, domains);
    const { domain, controller } = session;
    const signedIn = { domain, own: await readOwnContext(session, signal), domains };
    const token = mayBeOf(domain, signedIn) ? await readTokenAmong(session, signedIn.own, signal) : null;
    return {
      token: token && demandToken(token, { domain, controller, objectGuid: null }, domains),
      signedIn,
    };
  };

  return async (
    opened: OpenController,
    values: ResolvedDirectory,
    own: string,
    signal: AbortSignal,
  ): Promise<Told> => {
    try {
      return await withinTime(values.timeoutMs, signal, (limited) => read(opened, values, own, limited));
    } catch (error) {
      signal.throwIfAborted();
      throw isFailure(error) ? error : unreachable(error, opened.host, report);
    } finally {
      await opened.unbind();
    }
  };
};

/** Signs people in to the directory, each by one bind on one controller; needs no secret of the identity that reads. */
export const createDirectorySignIn = (parts: DirectorySignInParts) => {
  const { use, known, opening } = parts;
  const placeOf = createSignInDomain({ use, known });
  const readAs = createOwnReading(parts);

  const open = async (values: ResolvedDirectory, signal: AbortSignal): Promise<OpenController> => {
    try {
      return await opening.openController(values, signal);
    } catch (error) {
      throw error instanceof DirectoryObstacle ? signInRefusal(error) : error;
    }
  };

  const signInWith = async (
    identity: ResolvedIdentity,
    domain: string | null,
    signal: AbortSignal,
  ): Promise<TokenOfPerson> => {
    const home = { ...(await use.demandInForce()).values, identity };
    const values = forDomain(home, domain);
    const opened = await open(values, signal);
    const { token, signedIn } = await readAs(opened, values, home.domain, signal);
    const person = token ?? (await findElsewhere(use, signedIn, signal));
    if (person) return person;
    // Bound, but nobody can say as whom: a guess would let one person in as another. It says nothing of the password.
    throw fail('DIRECTORY_UNREACHABLE', { finding: makeFinding('directoryUserNotFound', {}) });
  };

  return {
    signIn: async ({ name, password }: TypedCredentials, signal: AbortSignal): Promise<TokenOfPerson> => {
      const { domain: own } = (await use.demandInForce()).values;
      if (name.trim() === '' || password === '') throw fail('SIGN_IN_REFUSED', {});
      const { domain, userName } = await placeOf(own, name, signal);
      return signInWith({ mode: 'password', userName, password, source: 'typed' }, domain, signal);
    },

    signInAsOwnIdentity: (signal: AbortSignal): Promise<TokenOfPerson> =>
      signInWith({ mode: 'windows' }, null, signal),
  };
};
