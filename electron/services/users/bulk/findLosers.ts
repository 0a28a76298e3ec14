import type { BulkAction } from '../../../contract/users/bulk.ts';
import type { UserGrant } from '../../../contract/users/user.ts';
import type { PeopleStores } from '../../../stores/users/peopleTransaction.ts';
import type { BulkPlan } from './bulkPlan.ts';

/** Somebody who would hold these roles no more, wholly or in a folder. */
export type Loser = { id: string; name: string; roleIds: readonly string[] };

/** True when one of them gives the role where `grant` does. */
const isKept = (grant: UserGrant, kept: readonly UserGrant[]): boolean =>
  kept.some(
    ({ roleId, folderId }) => roleId === grant.roleId && (folderId === null || folderId === grant.folderId),
  );

/**
 * People known here, by name, who stay and lose roles because groups would be deleted or deactivated that alone give them;
 * by what was read of their groups last.
 */
export const findLosers = async (
  { kind }: BulkAction,
  { changed }: BulkPlan,
  { users, inheritedGrants }: Pick<PeopleStores, 'users' | 'inheritedGrants'>,
): Promise<Loser[]> => {
  if (kind !== 'delete' && kind !== 'deactivate') return [];
  const away = new Set(changed.map(({ id }) => id));
  const groups = changed.filter((user) => user.kind === 'directoryGroup' && user.grants.length > 0);
  const members = await inheritedGrants.membersOf(groups.map(({ id }) => id));
  const staying = members.filter((id) => !away.has(id));
  const inherited = Map.groupBy(await inheritedGrants.of(staying), ({ personId }) => personId);
  const losers = (await users.findAll(staying)).map(({ id, name, grants }) => {
    const given = inherited.get(id) ?? [];
    const kept = [...grants, ...given.filter(({ groupId }) => !away.has(groupId))];
    const lost = given.filter((grant) => away.has(grant.groupId) && !isKept(grant, kept));
    return { id, name, roleIds: [...new Set(lost.map(({ roleId }) => roleId))] };
  });
  return losers
    .filter(({ roleIds }) => roleIds.length > 0)
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
};
