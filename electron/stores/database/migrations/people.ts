import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

type Schema = Kysely<unknown>['schema'];

const strict = sql`STRICT`;

const createUsers = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('users')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('nameKey', 'text', (column) => column.notNull().unique())
    .addColumn('displayName', 'text', (column) => column.notNull())
    .addColumn('mail', 'text')
    .addColumn('language', 'text')
    .addColumn('isActive', 'integer', (column) => column.notNull())
    .addColumn('isBuiltIn', 'integer', (column) => column.notNull())
    .addColumn('mayUseBasicAuthentication', 'integer', (column) => column.notNull())
    .addColumn('mustChangePassword', 'integer', (column) => column.notNull())
    .addColumn('createdAt', 'integer', (column) => column.notNull())
    .addColumn('lastSignInAt', 'integer')
    .addColumn('searchText', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
  for (const column of ['displayName', 'mail', 'lastSignInAt', 'kind'])
    await schema.createIndex(`users.${column}`).on('users').columns([column, 'nameKey']).execute();
};

const createPasswords = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('credentials')
    .addColumn('userId', 'text', (column) => column.primaryKey().references('users.id').onDelete('cascade'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('changedAt', 'integer', (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
  await schema
    .createTable('passwordHistory')
    .addColumn('userId', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('changedAt', 'integer', (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
  await schema
    .createIndex('passwordHistory.userId')
    .on('passwordHistory')
    .columns(['userId', 'changedAt'])
    .execute();
};

const createRoles = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('roles')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('nameKey', 'text', (column) => column.notNull().unique())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('isBuiltIn', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
  await schema
    .createTable('rolePermissions')
    .addColumn('roleId', 'text', (column) => column.notNull().references('roles.id').onDelete('cascade'))
    .addColumn('permission', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('rolePermissions.primary', ['roleId', 'permission'])
    .modifyEnd(strict)
    .execute();
};

const createFolders = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('folders')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('parentId', 'text', (column) => column.references('folders.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('nameKey', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
  await schema
    .createIndex('folders.place')
    .unique()
    .on('folders')
    .expression(sql`coalesce("parentId", ''), "nameKey"`)
    .execute();
};

const createGrants = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('grants')
    .addColumn('userId', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('roleId', 'text', (column) => column.notNull().references('roles.id').onDelete('cascade'))
    .addColumn('folderId', 'text', (column) => column.references('folders.id').onDelete('cascade'))
    .modifyEnd(strict)
    .execute();
  await schema
    .createIndex('grants.once')
    .unique()
    .on('grants')
    .expression(sql`"userId", "roleId", coalesce("folderId", '')`)
    .execute();
  for (const column of ['roleId', 'folderId'])
    await schema.createIndex(`grants.${column}`).on('grants').column(column).execute();
};

/** Users with their passwords, roles, folders, and who holds which role where. */
export const people: Migration = {
  up: async ({ schema }) => {
    await createUsers(schema);
    await createPasswords(schema);
    await createRoles(schema);
    await createFolders(schema);
    await createGrants(schema);
  },
};
