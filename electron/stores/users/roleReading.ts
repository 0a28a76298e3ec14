import type { Kysely } from 'kysely';
import { type Permission, permissions } from '../../contract/permissions.ts';
import type { Tables } from '../database/tables.ts';

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
    const rows = await database.selectFrom('rolePermissions').selectAll().execute();
    const stored = Map.groupBy(rows, ({ roleId }) => roleId);
    return roles.map(({ id, name, isBuiltIn }) => {
      const held = new Set(stored.get(id)?.map(({ permission }) => permission));
      const isAdministrator = isBuiltIn === 1;
      return {
        ...{ id, name, isAdministrator },
        permissions: permissions.filter((known) => isAdministrator || held.has(known)),
      };
    });
  },

  listFolders: async () => (await query()).selectFrom('folders').select(['id', 'parentId', 'name']).execute(),
});
