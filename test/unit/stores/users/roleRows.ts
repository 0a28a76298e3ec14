import { randomUUID } from 'node:crypto';
import type { Permission } from '../../../../electron/contract/permissions.ts';
import type { GrantRow } from '../../../../electron/stores/database/tables.ts';
import { nameKey } from '../../../../electron/stores/users/nameKey.ts';
import type { TemporaryDatabase } from '../database/temporaryDatabase.ts';

/** Adds a role, straight into the tables; gives the id. */
export const addRoleRow = async (
  { query }: Pick<TemporaryDatabase, 'query'>,
  name: string,
  permissions: readonly Permission[],
): Promise<string> => {
  const id = randomUUID();
  const database = await query();
  await database
    .insertInto('roles')
    .values({ id, name, nameKey: nameKey(name), description: '', isBuiltIn: 0, revision: 1 })
    .execute();
  for (const permission of permissions)
    await database.insertInto('rolePermissions').values({ roleId: id, permission }).execute();
  return id;
};

/** Adds a folder; gives the id. */
export const addFolderRow = async (
  { query }: Pick<TemporaryDatabase, 'query'>,
  name: string,
  parentId: string | null = null,
): Promise<string> => {
  const id = randomUUID();
  await (
    await query()
  )
    .insertInto('folders')
    .values({ id, parentId, name, nameKey: nameKey(name), revision: 1 })
    .execute();
  return id;
};

/** Gives a role to a user or group, everywhere unless a folder is named. */
export const addGrantRow = async (
  { query }: Pick<TemporaryDatabase, 'query'>,
  grant: Omit<GrantRow, 'folderId'> & Partial<GrantRow>,
): Promise<void> => {
  await (
    await query()
  )
    .insertInto('grants')
    .values({ folderId: null, ...grant })
    .execute();
};
