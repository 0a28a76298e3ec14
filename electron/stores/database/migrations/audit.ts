import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const createTable = async ({ schema }: Kysely<unknown>): Promise<void> => {
  await schema
    .createTable('audit')
    .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('userId', 'text')
    .addColumn('user', 'text', (column) => column.notNull())
    .addColumn('door', 'text', (column) => column.notNull())
    .addColumn('machine', 'text', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('changes', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .modifyEnd(sql`STRICT`)
    .execute();
  for (const column of ['at', 'userId', 'operation', 'result'])
    await schema.createIndex(`audit.${column}`).on('audit').columns([column, 'number']).execute();
};

/** What came before the oldest row that is kept: rows below it were dropped on purpose. */
const createAnchor = async (database: Kysely<unknown>): Promise<void> => {
  await database.schema
    .createTable('auditAnchor')
    .addColumn('firstNumber', 'integer', (column) => column.notNull())
    .addColumn('hashBefore', 'text', (column) => column.notNull())
    .modifyEnd(sql`STRICT`)
    .execute();
  await sql`INSERT INTO "auditAnchor" VALUES (1, '')`.execute(database);
};

const forbidChanges = async (database: Kysely<unknown>): Promise<void> => {
  await sql`
    CREATE TRIGGER "audit.noUpdate" BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END
  `.execute(database);
  await sql`
    CREATE TRIGGER "audit.noDelete" BEFORE DELETE ON audit
    WHEN OLD.number >= (SELECT "firstNumber" FROM "auditAnchor")
    BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END
  `.execute(database);
};

/** What was done by whom, never changed afterwards. */
export const audit: Migration = {
  up: async (database: Kysely<unknown>) => {
    await createTable(database);
    await createAnchor(database);
    await forbidChanges(database);
  },
};
