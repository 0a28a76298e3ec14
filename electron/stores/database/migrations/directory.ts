import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

type Schema = Kysely<unknown>['schema'];

const strict = sql`STRICT`;

const createObjects = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('directoryObjects')
    .addColumn('userId', 'text', (column) => column.primaryKey().references('users.id').onDelete('cascade'))
    .addColumn('objectGuid', 'text', (column) => column.notNull().unique())
    .addColumn('objectSid', 'text', (column) => column.notNull().unique())
    .addColumn('domain', 'text', (column) => column.notNull())
    .addColumn('accountKey', 'text', (column) => column.notNull())
    .addColumn('userPrincipalName', 'text')
    .addColumn('distinguishedName', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('checkedAt', 'integer', (column) => column.notNull())
    .addColumn('isAutoProvisioned', 'integer', (column) => column.notNull())
    .addColumn('overridesMail', 'integer', (column) => column.notNull())
    .addColumn('overridesLanguage', 'integer', (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
  await schema
    .createIndex('directoryObjects.accountKey')
    .on('directoryObjects')
    .columns(['accountKey', 'domain'])
    .execute();
  await schema
    .createIndex('directoryObjects.userPrincipalName')
    .on('directoryObjects')
    .expression(sql`lower("userPrincipalName")`)
    .execute();
};

const createMemberships = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('memberships')
    .addColumn('userId', 'text', (column) => column.primaryKey().references('users.id').onDelete('cascade'))
    .addColumn('readAt', 'integer')
    .addColumn('failedAt', 'integer')
    .addColumn('obstacle', 'text')
    .modifyEnd(strict)
    .execute();
  await schema
    .createTable('tokenGroups')
    .addColumn('userId', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('groupSid', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('tokenGroups.primary', ['userId', 'groupSid'])
    .modifyEnd(sql`STRICT, WITHOUT ROWID`)
    .execute();
};

/** Who people and groups are in the directory (U15), and which groups people are in, as read last (U11). */
export const directory: Migration = {
  up: async ({ schema }) => {
    await createObjects(schema);
    await createMemberships(schema);
  },
};
