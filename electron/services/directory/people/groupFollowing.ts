import { isFailure } from '../../../contract/failures.ts';
import type {
  DirectoryObjectStore,
  StoredDirectoryObject,
} from '../../../stores/directory/directoryObjectStore.ts';
import type { PeopleTransaction } from '../../../stores/users/peopleTransaction.ts';
import type { DirectoryReader, ObjectOfForest } from '../directoryReader.ts';
import { askedWithin, longestAskingMs } from './askedWithin.ts';
import type { DirectoryDeed } from './directoryDeeds.ts';
import { type DirectoryRules, isFresh } from './directoryRules.ts';
import { followObject, ifKnown, noteDeleted } from './followedObject.ts';

export type GroupFollowingParts = {
  stores: { directoryObjects: Pick<DirectoryObjectStore, 'findGroupsOf'> };
  transact: PeopleTransaction;
  reader: Pick<DirectoryReader, 'readObject'>;
  /** ms since 1970 UTC. */
  now: () => number;
};

type SeenGroup = { userId: string; found: ObjectOfForest | 'deleted' };

/** Groups of a person that are looked at in one reading. */
const mostGroupsFollowed = 10;

/** Their members are known all the same: what the directory does not say of a group is asked again with the next of them. */
const unlessFailure = (error: unknown): null => {
  if (!isFailure(error)) throw error;
  return null;
};

/** Looks at groups, those first whose turn was longest ago, whatever came of it: what nobody sees holds up no others. */
const createLooking = ({ reader, now }: GroupFollowingParts) => {
  /** By userId, in ms since 1970 UTC. */
  const triedAt = new Map<string, number>();
  const turnOf = ({ userId, checkedAt }: StoredDirectoryObject): number => triedAt.get(userId) ?? checkedAt;

  const lookEach = async (
    groups: readonly StoredDirectoryObject[],
    seen: SeenGroup[],
    signal: AbortSignal,
  ): Promise<void> => {
    const failed = new Set<string>();
    for (const group of groups) {
      signal.throwIfAborted();
      triedAt.set(group.userId, now());
      if (failed.has(group.domain)) continue;
      const found = await reader.readObject(group, signal).catch((error: unknown) => {
        failed.add(group.domain);
        return unlessFailure(error);
      });
      if (found !== null) seen.push({ userId: group.userId, found });
    }
  };

  return async (groups: readonly StoredDirectoryObject[]): Promise<readonly SeenGroup[]> => {
    const inTurn = groups.toSorted((one, other) => turnOf(one) - turnOf(other)).slice(0, mostGroupsFollowed);
    const seen: SeenGroup[] = [];
    await askedWithin(longestAskingMs, (signal) => lookEach(inTurn, seen, signal)).catch(unlessFailure);
    return seen;
  };
};

/**
 * Follows the groups of a person whose names and places were not looked at for as long as memberships are kept (U15), also one that
 * was deleted: it may have been restored.
 */
export const createGroupFollowing = (parts: GroupFollowingParts) => {
  const { stores, transact, now } = parts;
  const look = createLooking(parts);

  return async (userId: string, rules: DirectoryRules): Promise<DirectoryDeed[]> => {
    const known = await stores.directoryObjects.findGroupsOf(userId);
    const old = known.filter(({ checkedAt }) => !isFresh(checkedAt, rules, now()));
    const deeds: DirectoryDeed[] = [];
    for (const { userId: groupId, found } of await look(old))
      deeds.push(
        ...(await transact((step) =>
          ifKnown(step, groupId, (group) =>
            found === 'deleted' ? noteDeleted(step, group, now()) : followObject(step, group, found, now()),
          ),
        )),
      );
    return deeds;
  };
};
