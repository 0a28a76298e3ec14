import type { Kysely } from 'kysely';
import { type Permission, permissions } from '../../contract/permissions.ts';
import { administratorRoleId } from '../../contract/users/role.ts';
import type { Tables } from '../database/tables.ts';

/** What each of these roles permits, in the order of the contract. Role Administrator: everything, also what is new. */
export const readRolePermissions = async (
  database: Kysely<Tables>,
  roleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Permission[]>> => {
  const rows = await database
    .selectFrom('rolePermissions')
    .selectAll()
    .where('roleId', 'in', roleIds)
    .execute();
  const stored = Map.groupBy(rows, ({ roleId }) => roleId);
  const permissionsOf = (roleId: string): readonly Permission[] => {
    if (roleId === administratorRoleId) return permissions;
    const held = new Set(stored.get(roleId)?.map(({ permission }) => permission));
    return permissions.filter((permission) => held.has(permission));
  };
  return new Map(roleIds.map((roleId) => [roleId, permissionsOf(roleId)]));
};
