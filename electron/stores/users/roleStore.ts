import type { Kysely } from 'kysely';
import { type Permission } from '../../contract/permissions.ts';
import type { HolderCounts } from '../../contract/users/holders.ts';
import type { Role, RoleValues } from '../../contract/users/role.ts';
import type { Tables } from '../database/tables.ts';
import { nobody, readHolderCounts, sameHolders } from './holderCounts.ts';
import { nameKey } from './nameKey.ts';
import { readRolePermissions } from './rolePermissions.ts';

/** Throws `isTaken` errors for a name that another role has. */
export type RoleStore = {
  /** By name. */
  list: () => Promise<Role[]>;
  find: (id: string) => Promise<Role | null>;
  add: (id: string, values: RoleValues) => Promise<void>;
  /** False when the role is not, or no longer, of this revision. */
  replace: (id: string, revision: number, values: RoleValues) => Promise<boolean>;
  /** Takes the role from everybody. False when it is not of this revision, or others hold it than is expected. */
  remove: (id: string, revision: number, expected: HolderCounts) => Promise<boolean>;
};

type Query = () => Promise<Kysely<Tables>>;

const rolesWith = (database: Kysely<Tables>) => database.selectFrom('roles').selectAll().orderBy('nameKey');

const readRoles = async (database: Kysely<Tables>, wanted: ReturnType<typeof rolesWith>): Promise<Role[]> => {
  const rows = await wanted.execute();
  const ids = rows.map(({ id }) => id);
  const permissionsOf = await readRolePermissions(database, ids);
  const holders = await readHolderCounts(database, 'roleId', ids);
  return rows.map(({ id, name, description, isBuiltIn, revision }) => ({
    ...{ id, name, description, revision, isBuiltIn: isBuiltIn === 1 },
    permissions: [...(permissionsOf.get(id) ?? [])],
    holders: holders.get(id) ?? nobody,
  }));
};

const toColumns = ({ name, description }: RoleValues) => ({ name, nameKey: nameKey(name), description });

const replacePermissions = async (
  database: Kysely<Tables>,
  roleId: string,
  permissions: readonly Permission[],
): Promise<void> => {
  await database.deleteFrom('rolePermissions').where('roleId', '=', roleId).execute();
  if (permissions.length > 0)
    await database
      .insertInto('rolePermissions')
      .values([...new Set(permissions)].map((permission) => ({ roleId, permission })))
      .execute();
};

const createWriting = (query: Query): Pick<RoleStore, 'add' | 'replace' | 'remove'> => ({
  add: async (id, values) => {
    await (await query()).transaction().execute(async (transaction) => {
      const row = { id, ...toColumns(values), isBuiltIn: 0, revision: 1 };
      await transaction.insertInto('roles').values(row).execute();
      await replacePermissions(transaction, id, values.permissions);
    });
  },

  replace: async (id, revision, values) =>
    (await query()).transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('roles')
        .set({ ...toColumns(values), revision: revision + 1 })
        .where('id', '=', id)
        .where('revision', '=', revision)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await replacePermissions(transaction, id, values.permissions);
      return true;
    }),

  remove: async (id, revision, expected) =>
    (await query()).transaction().execute(async (transaction) => {
      const holders = (await readHolderCounts(transaction, 'roleId', [id])).get(id) ?? nobody;
      if (!sameHolders(holders, expected)) return false;
      const { numDeletedRows } = await transaction
        .deleteFrom('roles')
        .where('id', '=', id)
        .where('revision', '=', revision)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    }),
});

/** Roles in their tables; the permissions of role Administrator are in none. */
export const createRoleStore = (query: Query): RoleStore => ({
  ...createWriting(query),

  list: async () => {
    const database = await query();
    return readRoles(database, rolesWith(database));
  },

  find: async (id) => {
    const database = await query();
    const [role] = await readRoles(database, rolesWith(database).where('id', '=', id));
    return role ?? null;
  },
});
