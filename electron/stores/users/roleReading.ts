import type { Kysely } from 'kysely';
import type { Permission } from '../../contract/permissions.ts';
import type { Tables } from '../database/tables.ts';
import { readRolePermissions } from './rolePermissions.ts';

/** What giving a role means. */
export type KnownRole = {
  id: string;
  name: string;
  /** The built-in role Administrator. */
  isAdministrator: boolean;
  /** Those of Administrator are all there are. */
  permissions: readonly Permission[];
};

/** `parentId` null: the folder lies in none. */
export type KnownFolder = { id: string; parentId: string | null; name: string };

export type RoleReading = {
  listRoles: () => Promise<KnownRole[]>;
  listFolders: () => Promise<KnownFolder[]>;
};

/** Roles and folders as the rules of giving a role look at them. */
export const createRoleReading = (query: () => Promise<Kysely<Tables>>): RoleReading => ({
  listRoles: async () => {
    const database = await query();
    const roles = await database.selectFrom('roles').selectAll().orderBy('nameKey').execute();
    const permitted = await readRolePermissions(
      database,
      roles.map(({ id }) => id),
    );
    return roles.map(({ id, name, isBuiltIn }) => ({
      ...{ id, name, isAdministrator: isBuiltIn === 1 },
      permissions: permitted.get(id) ?? [],
    }));
  },

  listFolders: async () => (await query()).selectFrom('folders').select(['id', 'parentId', 'name']).execute(),
});
