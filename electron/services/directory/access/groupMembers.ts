import type { UncountedMembers } from '../../../contract/directory/addition.ts';
import type { FoundObject, GroupMembers } from '../directoryReader.ts';
import { mostGroups } from '../reading/mostGroups.ts';
import type { NamedDomain } from '../reading/readDomains.ts';
import { readMembers } from '../reading/readMembers.ts';
import { type AskOthers, createAskOthers } from './askOthers.ts';
import type { Believing } from './believing.ts';
import type { KnownDomains } from './knownDomains.ts';
import { type PlacedReference, placeMember } from './memberPlaces.ts';
import { createMembersElsewhere, type MembersElsewhere } from './membersElsewhere.ts';
import type { SessionUse } from './sessionUse.ts';

type Parts = {
  use: Pick<SessionUse, 'demandInForce' | 'withSession'>;
  known: Pick<KnownDomains, 'of'>;
  believed: Pick<Believing, 'onlyOf'>;
};
type Wanted = { group: FoundObject; limit: number };

/** Members of a group itself, with those that it only names. */
type Read = MembersElsewhere & { references: readonly PlacedReference[]; isCut: boolean };
type Reading = {
  readGroup: (group: FoundObject) => Promise<Read>;
  find: (references: readonly PlacedReference[]) => Promise<MembersElsewhere>;
};

/** Counting the members of a large group takes longer than one answer, in ms. */
const membersLimitMs = 60_000;

/** Each domain once for each reason, in an order that no controller's answer changes. */
const summed = (all: readonly UncountedMembers[]): UncountedMembers[] =>
  [...Map.groupBy(all, ({ domain, reason }) => `${domain} ${reason?.code}`)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, [first, ...rest]]) =>
      first ? [{ ...first, count: rest.reduce((sum, { count }) => sum + count, first.count) }] : [],
    );

/** Level by level, each group and each reference once, so that groups that contain each other are no trouble. */
const countMembers = async (
  { group, limit }: Wanted,
  { readGroup, find }: Reading,
): Promise<GroupMembers> => {
  const people = new Map<string, FoundObject>();
  const groups = new Map([[group.objectSid, group]]);
  const references = new Map<string, PlacedReference>();
  const uncounted: UncountedMembers[] = [];
  let [isCut, direct, looked] = [false, 0, 0];

  const isOver = (): boolean =>
    isCut || people.size > limit || references.size > limit || groups.size > mostGroups;
  const add = (members: MembersElsewhere): void => {
    for (const found of members.found)
      if (found.kind === 'directoryUser') people.set(found.objectSid, found);
      else if (!groups.has(found.objectSid)) groups.set(found.objectSid, found);
    uncounted.push(...members.uncounted);
  };

  while (looked < groups.size && !isOver()) {
    const followed = references.size;
    const level = [...groups.values()].slice(looked);
    for (const each of level) {
      if (isOver()) break;
      const read = await readGroup(each);
      add(read);
      for (const reference of read.references) references.set(reference.key, reference);
      isCut ||= read.isCut;
    }
    if (!isOver()) add(await find([...references.values()].slice(followed)));
    if (looked === 0) direct = Math.min(people.size, limit);
    looked += level.length;
  }
  const counted = [...people.values()].slice(0, limit);
  return { people: counted, direct, isCut: isOver(), uncounted: summed(uncounted) };
};

type GroupReadingParts = Pick<Parts, 'believed'> & {
  ask: AskOthers;
  domains: readonly NamedDomain[];
  limit: number;
};

/** A group whose domain cannot be asked is one that nobody has looked into. */
const createGroupReading =
  ({ ask, believed, domains, limit }: GroupReadingParts) =>
  async (group: FoundObject): Promise<Read> => {
    const { domain } = group;
    const { answer, obstacle } = await ask(domain, 'domain', async (session, signal) => {
      const read = await readMembers(session, { group, limit }, signal);
      return { ...read, found: await believed.onlyOf(read.found, [domain]) };
    });
    if (answer === null)
      return { found: [], references: [], isCut: false, uncounted: [{ domain, count: 1, reason: obstacle }] };
    const references = answer.elsewhere.map((name) => placeMember(name, group, domains));
    return { found: answer.found, isCut: answer.isCut, references, uncounted: [] };
  };

/**
 * People in a group and in the groups in it, each once, at most `limit`, wherever in the forests that may be asked they stand: one
 * search a group, and one for many members of another domain.
 */
export const createGroupMembers =
  ({ use, known, believed }: Parts) =>
  async ({ group, limit }: Wanted, signal: AbortSignal): Promise<GroupMembers> => {
    const { values } = await use.demandInForce();
    const asked = { domain: group.domain, limitMs: membersLimitMs };
    return use.withSession(asked, signal, (session, limited) => {
      const domains = known.of(values.domain);
      const ask = createAskOthers(use, session, limited);
      const { useGlobalCatalog } = values;
      return countMembers(
        { group, limit },
        {
          readGroup: createGroupReading({ ask, limit, believed, domains }),
          find: createMembersElsewhere({ ask, believed, domains, useGlobalCatalog }),
        },
      );
    });
  };
