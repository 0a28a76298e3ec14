import { type Kysely, sql } from 'kysely';
import { type Permission, permissions } from '../../contract/permissions.ts';
import { administratorRoleId } from '../../contract/users/role.ts';
import type { Tables } from '../database/tables.ts';

/** What each of these roles permits, in the order of the contract. Role Administrator: everything, also what is new. */
export const readRolePermissions = async (
  database: Kysely<Tables>,
  roleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Permission[]>> => {
  /** One row for each role: rows are what reading from another thread costs most for. */
  const rows = await database
    .selectFrom('rolePermissions')
    .select(({ fn }) => ['roleId', fn.agg<string>('string_agg', ['permission', sql.lit(',')]).as('stored')])
    .where('roleId', 'in', roleIds)
    .groupBy('roleId')
    .execute();
  const stored = new Map(rows.map((row) => [row.roleId, new Set(row.stored.split(','))]));
  const permissionsOf = (roleId: string): readonly Permission[] => {
    if (roleId === administratorRoleId) return permissions;
    const held = stored.get(roleId);
    return permissions.filter((permission) => held?.has(permission));
  };
  return new Map(roleIds.map((roleId) => [roleId, permissionsOf(roleId)]));
};
