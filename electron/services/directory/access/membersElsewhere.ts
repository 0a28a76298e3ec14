import type { UncountedMembers } from '../../../contract/directory/addition.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { FoundObject } from '../directoryReader.ts';
import { findReferences } from '../reading/findReferences.ts';
import type { NamedDomain } from '../reading/readDomains.ts';
import type { AskOthers } from './askOthers.ts';
import type { Believing } from './believing.ts';
import type { PlacedReference } from './memberPlaces.ts';
import type { SessionWork } from './placeUse.ts';
import { trustObstacle } from './trustObstacle.ts';

export type MembersElsewhere = { found: readonly FoundObject[]; uncounted: readonly UncountedMembers[] };

type Placed = PlacedReference & { domain: NamedDomain };
type Parts = {
  ask: AskOthers;
  believed: Pick<Believing, 'onlyOf'>;
  domains: readonly NamedDomain[];
  useGlobalCatalog: boolean;
};

/** What was seen, by the references' keys; null: it is neither a user nor a security group. */
type Told = ReadonlyMap<string, FoundObject | null>;
const nothing: Told = new Map();

const isPlaced = (reference: PlacedReference): reference is Placed => reference.domain !== null;

/** Finds those who are members of groups of other domains, each domain with as few questions as filters hold. */
export const createMembersElsewhere = ({ ask, believed, domains, useGlobalCatalog }: Parts) => {
  /** Who answers for which domains: all others that it names are left out. */
  const look =
    (references: readonly Placed[], names: readonly string[], isCatalog: boolean): SessionWork<Told> =>
    async (session, signal) => {
      const base = isCatalog ? '' : session.defaultNamingContext;
      const told = await findReferences(session, { references, base }, signal);
      const objects = [...told.values()].filter((object) => object !== null);
      const counted = new Set(await believed.onlyOf(objects, names));
      return new Map([...told].filter(([, object]) => object === null || counted.has(object)));
    };

  /** Nothing where no Global Catalog can be asked: each domain is asked then, as it is for what a catalog does not know. */
  const askCatalog = async (forest: string, references: readonly Placed[]): Promise<Told> => {
    const named = references.filter(({ kind }) => kind === 'name');
    if (!useGlobalCatalog || named.length === 0) return nothing;
    const names = domains.filter((each) => each.forest === forest).map(({ name }) => name);
    const { answer } = await ask(forest, 'globalCatalog', look(named, names, true));
    return answer ?? nothing;
  };

  const askDomain = async (references: readonly Placed[], domain: NamedDomain): Promise<MembersElsewhere> => {
    const shut = trustObstacle(domain);
    const asked = shut ? null : await ask(domain.name, 'domain', look(references, [domain.name], false));
    const told = asked?.answer ?? nothing;
    const found = [...told.values()].filter((object) => object !== null);
    const count = references.length - told.size;
    const reason = shut ?? asked?.obstacle ?? makeFinding('directoryObjectUnseen', {});
    return { found, uncounted: count === 0 ? [] : [{ domain: domain.name, count, reason }] };
  };

  const askForest = async (forest: string, references: readonly Placed[]): Promise<MembersElsewhere[]> => {
    const told = await askCatalog(forest, references);
    const left = references.filter(({ key }) => !told.has(key));
    const byDomain = Map.groupBy(left, ({ domain }) => domain);
    const answers = await Promise.all([...byDomain].map(([domain, its]) => askDomain(its, domain)));
    return [{ found: [...told.values()].filter((object) => object !== null), uncounted: [] }, ...answers];
  };

  return async (references: readonly PlacedReference[]): Promise<MembersElsewhere> => {
    const placed = references.filter(isPlaced);
    const count = references.length - placed.length;
    const byForest = Map.groupBy(placed, ({ domain }) => domain.forest);
    const answers = (await Promise.all([...byForest].map(([forest, its]) => askForest(forest, its)))).flat();
    return {
      found: answers.flatMap(({ found }) => found),
      uncounted: [
        ...answers.flatMap(({ uncounted }) => uncounted),
        ...(count === 0 ? [] : [{ domain: null, count, reason: null }]),
      ],
    };
  };
};
