import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

type Schema = Kysely<unknown>['schema'];

const strict = sql`STRICT`;

const createLockouts = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('lockouts')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('userId', 'text', (column) => column.unique().references('users.id').onDelete('cascade'))
    .addColumn('failed', 'integer', (column) => column.notNull())
    .addColumn('lockedUntil', 'integer')
    .addColumn('lastAt', 'integer', (column) => column.notNull())
    .addColumn('lastDoor', 'text', (column) => column.notNull())
    .addColumn('lastMachine', 'text', (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
  await schema.createIndex('lockouts.lastAt').on('lockouts').column('lastAt').execute();
};

const createSessions = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
    .addColumn('userId', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('door', 'text', (column) => column.notNull())
    .addColumn('machine', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'integer', (column) => column.notNull())
    .addColumn('seenAt', 'integer', (column) => column.notNull())
    .addColumn('endedAt', 'integer')
    .addColumn('endReason', 'text')
    .modifyEnd(strict)
    .execute();
  await schema.createIndex('sessions.userId').on('sessions').columns(['userId', 'createdAt']).execute();
};

const createAttempts = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('signInAttempts')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.references('users.id').onDelete('cascade'))
    .addColumn('door', 'text', (column) => column.notNull())
    .addColumn('machine', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
  await schema.createIndex('signInAttempts.userId').on('signInAttempts').columns(['userId', 'at']).execute();
};

/** Who is signed in, who tried, and who may not try for a while. */
export const signIn: Migration = {
  up: async ({ schema }) => {
    await createLockouts(schema);
    await createSessions(schema);
    await createAttempts(schema);
  },
};
