import type { NamedDomain } from '../reading/readDomains.ts';
import { type OwnContext, readTokenAmong } from '../reading/readObject.ts';
import type { TokenOfPerson } from '../directoryReader.ts';
import { isOfDomain } from './believedToken.ts';
import { demandToken } from './believing.ts';
import type { SessionUse } from './sessionUse.ts';
import { domainOfAccount } from './signInDomain.ts';
import { trustObstacle } from './trustObstacle.ts';

/** Who has signed in at a controller of which domain. */
export type SignedIn = { domain: string; own: OwnContext; domains: readonly NamedDomain[] };

/**
 * False where the controller names another domain as that of the account: a SID of this one is then one that the account had before
 * (sIDHistory), and whoever has it now is somebody else.
 */
export const mayBeOf = (name: string, { own, domains }: Pick<SignedIn, 'own' | 'domains'>): boolean => {
  const named = domainOfAccount(own.principalName, domains);
  return named === null || named.name === name;
};

/** Domains that the account may be of, by its SIDs: of a foreign controller those of its own forest only. */
const candidates = (signedIn: SignedIn): NamedDomain[] => {
  const { domain, own, domains } = signedIn;
  const asked = domains.find(({ name }) => name === domain);
  return domains.filter(
    (each) =>
      each.name !== domain &&
      mayBeOf(each.name, signedIn) &&
      (asked?.kind === 'own' || each.forest === asked?.forest) &&
      trustObstacle(each) === null &&
      own.sids.some((sid) => isOfDomain(sid, each)),
  );
};

/**
 * Finds somebody whose account is not of the domain of the controller that let the person in, as the name typed had another
 * domain's suffix, or none: in the domain whose SID the account's begins with, by the identity that reads. Null: it is in
 * none, or nobody can say in which. DIRECTORY_UNREACHABLE, VAULT_LOCKED …
 */
export const findElsewhere = async (
  { withSession }: Pick<SessionUse, 'withSession'>,
  signedIn: SignedIn,
  signal: AbortSignal,
): Promise<TokenOfPerson | null> => {
  const { own, domains } = signedIn;
  const tokens: TokenOfPerson[] = [];
  for (const candidate of candidates(signedIn)) {
    const sids = own.sids.filter((sid) => isOfDomain(sid, candidate));
    const token = await withSession({ domain: candidate.name }, signal, async (session, limited) => {
      const read = await readTokenAmong(session, { ...own, sids }, limited);
      const { domain, controller } = session;
      return read && demandToken(read, { domain, controller, objectGuid: null }, domains);
    });
    if (token) tokens.push(token);
  }
  const [token, another] = tokens;
  return token && !another ? token : null;
};
