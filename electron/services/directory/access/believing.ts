import { fail } from '../../../contract/failures.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { FoundObject, ObjectOfForest, TokenOfPerson } from '../directoryReader.ts';
import type { ReadToken } from '../reading/readObject.ts';
import type { NamedDomain } from '../reading/readDomains.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import { believedToken } from './believedToken.ts';
import type { KnownDomains } from './knownDomains.ts';
import type { SessionUse } from './sessionUse.ts';

/** Which controller was asked for which object: its domain, and the objectGUID; null: for whoever signed in. */
type Answering = { domain: string; controller: string; objectGuid: string | null };

const demand = <Believed>(believed: Believed | null, { controller, domain }: Answering): Believed => {
  if (believed !== null) return believed;
  const finding = makeFinding('controllerOfOtherDomain', { controller, domain });
  throw fail('DIRECTORY_UNREACHABLE', { finding });
};

const isAsked = ({ objectGuid }: FoundObject, asked: Answering): boolean =>
  asked.objectGuid === null || asked.objectGuid === objectGuid;

/** Domains among which an object may have moved; an answer of a forest says nothing of objects of another one. */
const forestOf = (domain: string, domains: readonly NamedDomain[]): string[] => {
  const forest = domains.find(({ name }) => name === domain)?.forest;
  const names = domains.filter((each) => each.forest === forest).map(({ name }) => name);
  return names.length > 0 ? names : [domain];
};

/**
 * A person with the groups that count here. DIRECTORY_UNREACHABLE for another person than the one that was asked for, or one that
 * is not of the controller's domain.
 */
export const demandToken = (
  token: ReadToken,
  asked: Answering,
  domains: readonly NamedDomain[],
): TokenOfPerson => {
  const believed = isAsked(token.person, asked) ? believedToken(token, asked.domain, domains) : null;
  const { person, groupSids } = demand(believed, asked);
  return { person: { ...person, forest: forestOf(asked.domain, domains) }, groupSids };
};

const demandObject = (
  found: FoundObject,
  asked: Answering,
  domains: readonly NamedDomain[],
): ObjectOfForest => demandToken({ person: found, groupSids: [] }, asked, domains).person;

type BelievingParts = { use: Pick<SessionUse, 'demandInForce'>; known: KnownDomains };

/** Judges what controllers answer to the identity that reads, by what our directory says of its domains. */
export const createBelieving = ({ use, known }: BelievingParts) => {
  const domainsNow = async () => known.of((await use.demandInForce()).values.domain);

  return {
    /** Null stays null. DIRECTORY_UNREACHABLE for another object, or one that is not of the controller's domain. */
    object: async (found: FoundObject | null, { domain, controller }: DirectorySession, objectGuid: string) =>
      found && demandObject(found, { domain, controller, objectGuid }, await domainsNow()),

    /** The same of a person with groups. */
    person: async (token: ReadToken | null, { domain, controller }: DirectorySession, objectGuid: string) =>
      token && demandToken(token, { domain, controller, objectGuid }, await domainsNow()),

    /** Those of the domains that were asked, which may name no others. */
    onlyOf: async (found: readonly FoundObject[], asked: readonly string[]): Promise<FoundObject[]> => {
      const domains = await domainsNow();
      return found.filter(
        (person) =>
          asked.includes(person.domain) &&
          believedToken({ person, groupSids: [] }, person.domain, domains) !== null,
      );
    },
  };
};

export type Believing = ReturnType<typeof createBelieving>;
