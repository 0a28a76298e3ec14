import type { Kysely } from 'kysely';
import type { Permission } from '../../contract/permissions.ts';
import type { FolderRow, GrantRow, Tables, UserRow } from '../database/tables.ts';
import { readRolePermissions } from './rolePermissions.ts';

export type RightsStore = {
  /** The roles that a person and groups hold themselves; a group that is not active gives none. */
  grantsOf: (personId: string, groupIds: readonly string[]) => Promise<GrantRow[]>;
  permissionsOf: (roleIds: readonly string[]) => Promise<ReadonlyMap<string, readonly Permission[]>>;
  listFolders: () => Promise<Pick<FolderRow, 'id' | 'parentId' | 'name'>[]>;
  roleNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Users and groups; those that are not known here are missing. Who is disabled or gone in the directory is not active. */
  findPeople: (
    ids: readonly string[],
  ) => Promise<Pick<UserRow, 'id' | 'kind' | 'name' | 'displayName' | 'isActive'>[]>;
};

/** What decides the rights of one person: read by indexes, however many others there are. */
export const createRightsStore = (query: () => Promise<Kysely<Tables>>): RightsStore => ({
  grantsOf: async (personId, groupIds) =>
    (await query())
      .selectFrom('grants')
      .innerJoin('users', 'users.id', 'grants.userId')
      .where('userId', 'in', [personId, ...groupIds])
      .where(({ or, eb }) => or([eb('userId', '=', personId), eb('isActive', '=', 1)]))
      .select(['userId', 'roleId', 'folderId'])
      .execute(),

  permissionsOf: async (roleIds) => readRolePermissions(await query(), roleIds),

  listFolders: async () => (await query()).selectFrom('folders').select(['id', 'parentId', 'name']).execute(),

  roleNames: async (ids) => {
    const rows = await (
      await query()
    )
      .selectFrom('roles')
      .select(['id', 'name'])
      .where('id', 'in', ids)
      .execute();
    return new Map(rows.map(({ id, name }) => [id, name]));
  },

  findPeople: async (ids) => {
    const rows = await (
      await query()
    )
      .selectFrom('users')
      .leftJoin('directoryObjects', 'directoryObjects.userId', 'users.id')
      .select(['id', 'kind', 'name', 'displayName', 'isActive', 'state'])
      .where('id', 'in', ids)
      .execute();
    return rows.map(({ state, ...row }) => ({
      ...row,
      isActive: (state ?? 'present') === 'present' ? row.isActive : 0,
    }));
  },
});
