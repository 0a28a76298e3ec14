import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

type Schema = Kysely<unknown>['schema'];

const strict = sql`STRICT`;

const createNotices = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('notices')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.references('users.id').onDelete('set null'))
    .addColumn('toAddress', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'integer', (column) => column.notNull())
    .addColumn('nextAttemptAt', 'integer', (column) => column.notNull())
    .addColumn('expiresAt', 'integer', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('refusedProfile', 'text')
    .addColumn('lastResult', 'text')
    .addColumn('messageId', 'text')
    .modifyEnd(strict)
    .execute();
  await schema.createIndex('notices.due').on('notices').columns(['state', 'nextAttemptAt']).execute();
  for (const column of ['createdAt', 'userId'])
    await schema.createIndex(`notices.${column}`).on('notices').columns([column, 'id']).execute();
};

const createResets = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('resetCodes')
    .addColumn('codeHash', 'text', (column) => column.primaryKey())
    .addColumn('userId', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('createdAt', 'integer', (column) => column.notNull())
    .addColumn('expiresAt', 'integer', (column) => column.notNull())
    .addColumn('usedAt', 'integer')
    .modifyEnd(strict)
    .execute();
  await schema.createIndex('resetCodes.userId').on('resetCodes').column('userId').execute();
  await schema
    .createTable('resetAttempts')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('machine', 'text', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('isAllowed', 'integer', (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
  for (const column of ['subject', 'machine'])
    await schema
      .createIndex(`resetAttempts.${column}`)
      .on('resetAttempts')
      .columns(['step', column, 'at'])
      .execute();
};

/** Mails of the program, with what became of them, and forgotten passwords. */
export const notices: Migration = {
  up: async ({ schema }) => {
    await createNotices(schema);
    await createResets(schema);
    /** Who forgot the password may type the address in place of the name. */
    await schema
      .createIndex('users.mailKey')
      .on('users')
      .expression(sql`lower("mail")`)
      .execute();
  },
};
