import { createHash } from 'node:crypto';
import type { Addition, AdditionPreview } from '../../../contract/directory/addition.ts';
import { fail, type FieldIssue } from '../../../contract/failures.ts';
import type { PeopleStores } from '../../../stores/users/peopleTransaction.ts';
import type { Actor } from '../../users/actor.ts';
import { demandGivable } from '../../users/givenGrants.ts';
import { type PeopleFacts, readPeopleFacts } from '../../users/peopleFacts.ts';
import type { HeldRights } from '../../users/rights/rightsService.ts';
import { rightAbove } from '../../users/roleGiving.ts';
import type { DirectoryReader, FoundObject, GroupMembers, ObjectOfForest } from '../directoryReader.ts';
import type { ReadDirectoryRules } from './directoryRules.ts';
import { demandSameForest } from './followedObject.ts';
import { demandRules } from './objectFinding.ts';

export type AdditionPreviewParts = {
  reader: Pick<DirectoryReader, 'readObject' | 'readMembers'>;
  stores: Pick<PeopleStores, 'directoryObjects' | 'users' | 'roles'>;
  rules: ReadDirectoryRules;
  /** What somebody holds with the groups that were read last, however long ago. Asks no directory. */
  heldLast: (userId: string) => Promise<Pick<HeldRights, 'held'>>;
};

/** One chosen object as the directory has it now. */
export type ChosenObject = { found: ObjectOfForest; userId: string | null; members: GroupMembers };
export type PlannedAddition = { preview: AdditionPreview; chosen: readonly ChosenObject[] };

/** People are counted at least up to this number. */
const leastLimit = 10_000;
const examplesNamed = 10;
const nothing: Pick<HeldRights, 'held'> = { held: { everywhere: new Set(), inFolders: new Map() } };

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const byText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Each object once, where it stood first. */
const distinct = ({ objects }: Addition): Addition['objects'] =>
  [...new Map(objects.toReversed().map((object) => [object.objectGuid, object])).values()].toReversed();

const createChoosing = ({ reader, stores }: AdditionPreviewParts) => {
  const membersOf = async (found: FoundObject, limit: number, signal: AbortSignal): Promise<GroupMembers> =>
    found.kind === 'directoryGroup'
      ? reader.readMembers(found, limit, signal)
      : { people: [found], direct: 1, isCut: false, uncounted: [] };

  /** INVALID_INPUT at each object that is gone; DIRECTORY_UNREACHABLE for one that is known here from another forest. */
  return async (addition: Addition, limit: number, signal: AbortSignal): Promise<ChosenObject[]> => {
    const objects = distinct(addition);
    const known = await stores.directoryObjects.findByGuids(objects.map(({ objectGuid }) => objectGuid));
    const byGuid = new Map(known.map((each) => [each.objectGuid, each]));
    const chosen: ChosenObject[] = [];
    const issues: FieldIssue[] = [];
    for (const [at, object] of objects.entries()) {
      const found = await reader.readObject(object, signal);
      if (found === null || found === 'deleted') {
        issues.push({ path: ['objects', at], code: 'goneMeanwhile', parameters: {} });
        continue;
      }
      const present = byGuid.get(found.objectGuid);
      if (present) demandSameForest(present, found);
      const members = await membersOf(found, limit, signal);
      chosen.push({ found, members, userId: present?.userId ?? null });
    }
    if (issues.length > 0) throw fail('INVALID_INPUT', { issues });
    return chosen;
  };
};

/** True when somebody who holds nothing would gain a right. */
const gives = ({ grants }: Pick<Addition, 'grants'>, facts: PeopleFacts): boolean =>
  rightAbove(grants, nothing, facts) !== null;

/** True when everybody is among the people that were counted. */
const isCounted = (chosen: readonly ChosenObject[]): boolean =>
  chosen.every(({ members: { isCut, uncounted } }) => !isCut && uncounted.length === 0);

/**
 * Nobody signs in with an account that is disabled. The token of people of another domain has no domain local groups of this one
 * (MS-ADTS 3.1.1.4.5.19).
 */
const countingFor = ({ found, members: { people } }: ChosenObject): GroupMembers['people'] =>
  people.filter(
    ({ domain, isDisabled }) => !isDisabled && (found.scope !== 'domainLocal' || domain === found.domain),
  );

/**
 * Names of those who would gain a right that they do not have; of who is not known here nothing is known to be held. By SID: a
 * domain gives only its own, while its controllers may claim any objectGUID.
 */
const createGainers =
  ({ stores, heldLast }: AdditionPreviewParts) =>
  async (chosen: readonly ChosenObject[], { grants }: Addition, facts: PeopleFacts): Promise<string[]> => {
    if (!gives({ grants }, facts)) return [];
    const people = new Map(
      chosen.flatMap((each) => countingFor(each).map((person) => [person.objectSid, person] as const)),
    );
    const known = await stores.directoryObjects.findByGuids(
      [...people.values()].map(({ objectGuid }) => objectGuid),
    );
    const gains = ({ held }: Pick<HeldRights, 'held'>): boolean =>
      rightAbove(grants, { held }, facts) !== null;
    const without = new Set<string>();
    for (const { userId, objectSid } of known)
      if (people.has(objectSid) && !gains(await heldLast(userId))) without.add(objectSid);
    return [...people.values()]
      .filter(({ objectSid }) => !without.has(objectSid))
      .map(({ accountName }) => accountName)
      .toSorted(byText);
  };

/** Which controller kept silent, and how, makes no difference to what an addition would do. */
const withoutReasons = (seen: Omit<AdditionPreview, 'fingerprint' | 'guard'>): unknown => ({
  ...seen,
  parts: seen.parts.map(({ uncounted, ...part }) => ({
    ...part,
    uncounted: [...Map.groupBy(uncounted, ({ domain }) => domain)].map(([domain, its]) => [
      domain,
      its.reduce((sum, { count }) => sum + count, 0),
    ]),
  })),
});

/**
 * Says what an addition would bring, as directory and database are now. INVALID_INPUT at objects that are gone and at roles that the
 * actor may not give; DIRECTORY_UNREACHABLE, NOT_FOUND.
 */
export const createAdditionPlanning = (parts: AdditionPreviewParts) => {
  const choose = createChoosing(parts);
  const findGainers = createGainers(parts);
  return async (addition: Addition, actor: Actor, signal: AbortSignal): Promise<PlannedAddition> => {
    const { gainGuard } = await demandRules(parts.rules);
    const facts = await readPeopleFacts(parts.stores);
    demandGivable({ grants: addition.grants, held: [] }, actor, facts);
    const chosen = await choose(addition, Math.max(leastLimit, gainGuard + 1), signal);
    const gainers = await findGainers(chosen, addition, facts);
    const seen = {
      parts: chosen.map(({ found, userId, members: { people, direct, isCut, uncounted } }) => ({
        ...{ objectGuid: found.objectGuid, userId, isCut, uncounted: [...uncounted] },
        ...{ members: people.length, directMembers: direct },
      })),
      gaining: gainers.length,
      examples: gainers.slice(0, examplesNamed),
      exceedsGuard: gainers.length > gainGuard || (gives(addition, facts) && !isCounted(chosen)),
    };
    return {
      chosen,
      preview: { ...seen, guard: gainGuard, fingerprint: digest([addition, withoutReasons(seen)]) },
    };
  };
};

export type PlanAddition = ReturnType<typeof createAdditionPlanning>;
