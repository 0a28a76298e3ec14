import { isFailure } from '../../../contract/failures.ts';
import type { StoredDirectoryObject } from '../../../stores/directory/directoryObjectStore.ts';
import type { KnownGroup } from '../../../stores/directory/membershipStore.ts';
import type { PeopleStores, PeopleTransaction } from '../../../stores/users/peopleTransaction.ts';
import type { DirectoryReader, ObjectOfForest, Seen } from '../directoryReader.ts';
import { askedWithin, longestAskingMs } from './askedWithin.ts';
import type { DirectoryDeed } from './directoryDeeds.ts';
import { type DirectoryRules, isFresh } from './directoryRules.ts';
import { followObject, ifKnown, noteDeleted } from './followedObject.ts';

export type GroupFollowingParts = {
  stores: Pick<PeopleStores, 'directoryObjects'>;
  transact: PeopleTransaction;
  reader: Pick<DirectoryReader, 'readObject'>;
  /** ms since 1970 UTC. */
  now: () => number;
};

/** Groups of a person that are looked at in one reading. */
const mostGroupsFollowed = 10;

/** Follows groups whose names and places were not looked at for as long as memberships are kept (U15). */
export const createGroupFollowing = ({ stores, transact, reader, now }: GroupFollowingParts) => {
  const look = async (group: StoredDirectoryObject): Promise<Seen<ObjectOfForest>> => {
    try {
      return await askedWithin(longestAskingMs, (signal) => reader.readObject(group, signal));
    } catch (error) {
      // Its members are known all the same; it is looked at again with the next of them.
      if (!isFailure(error)) throw error;
      return null;
    }
  };

  const follow = async (group: StoredDirectoryObject): Promise<DirectoryDeed[]> => {
    const found = await look(group);
    if (found === null) return [];
    return transact((step) =>
      ifKnown(step, group.userId, (known) =>
        found === 'deleted' ? noteDeleted(step, known, now()) : followObject(step, known, found, now()),
      ),
    );
  };

  return async (groups: readonly KnownGroup[], rules: DirectoryRules): Promise<DirectoryDeed[]> => {
    const known = await stores.directoryObjects.findAll(groups.map(({ userId }) => userId));
    const old = known.filter(({ checkedAt }) => !isFresh(checkedAt, rules, now()));
    const deeds: DirectoryDeed[] = [];
    for (const group of old.slice(0, mostGroupsFollowed)) deeds.push(...(await follow(group)));
    return deeds;
  };
};
