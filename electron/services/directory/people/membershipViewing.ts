import type { DirectoryIdentity, Membership } from '../../../contract/directory/membership.ts';
import type { StoredDirectoryObject } from '../../../stores/directory/directoryObjectStore.ts';
import type { StoredMembership } from '../../../stores/directory/membershipStore.ts';
import type { PeopleStores } from '../../../stores/users/peopleTransaction.ts';
import { isFresh, keptMs, type ReadDirectoryRules } from './directoryRules.ts';

export type MembershipViewingParts = {
  stores: Pick<PeopleStores, 'directoryObjects' | 'memberships'>;
  rules: ReadDirectoryRules;
  /** ms since 1970 UTC. */
  now: () => number;
};

const moment = (at: number): string => new Date(at).toISOString();

/** Who somebody is in the directory, for a page. */
export const toIdentity = ({
  userId: _userId,
  checkedAt,
  ...identity
}: StoredDirectoryObject): DirectoryIdentity => ({ ...identity, checkedAt: moment(checkedAt) });

const stateOf = (
  { readAt, failedAt }: StoredMembership,
  { state }: StoredDirectoryObject,
  isCurrent: boolean,
): Membership['state'] => {
  if (state === 'deleted') return 'gone';
  if (isCurrent) return 'current';
  if (failedAt !== null) return 'unreadable';
  return readAt === null ? 'neverRead' : 'expired';
};

/**
 * Says which groups a person is in as it is known now, without asking the directory; null: no directory user. While no directory is
 * enabled nothing that was read counts.
 */
export const createMembershipViewing =
  ({ stores, rules, now }: MembershipViewingParts) =>
  async (userId: string): Promise<Membership | null> => {
    const stored = await stores.memberships.find(userId);
    const known = await stores.directoryObjects.find(userId);
    if (!stored || !known) return null;
    const present = await rules();
    const { readAt, obstacle } = stored;
    const isCurrent = present?.isEnabled === true && isFresh(readAt, present, now());
    return {
      state: stateOf(stored, known, isCurrent),
      readAt: readAt === null ? null : moment(readAt),
      expiresAt: readAt === null || !present ? null : moment(readAt + keptMs(present)),
      domain: known.domain,
      tokenGroups: await stores.memberships.countTokenGroups(userId),
      groups: stored.groups.map((group) => ({ ...group, path: null })),
      obstacle,
    };
  };
