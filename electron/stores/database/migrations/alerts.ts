import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

type Schema = Kysely<unknown>['schema'];

const strict = sql`STRICT`;

const createAlertTable = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('alerts')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('severity', 'text', (column) => column.notNull())
    .addColumn('component', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('parameters', 'text', (column) => column.notNull())
    .modifyEnd(strict)
    .execute();
  for (const column of ['at', 'severity', 'component'])
    await schema.createIndex(`alerts.${column}`).on('alerts').columns([column, 'id']).execute();
};

const createReads = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('alertReads')
    .addColumn('userId', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('alertId', 'integer', (column) => column.notNull().references('alerts.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('alertReads.primary', ['userId', 'alertId'])
    .modifyEnd(strict)
    .execute();
  await schema.createIndex('alertReads.alertId').on('alertReads').column('alertId').execute();
};

/** `mailedUntil`: alerts up to this one need no mail to this user any more. */
const createSubscriptions = async (schema: Schema): Promise<void> => {
  await schema
    .createTable('alertSubscriptions')
    .addColumn('userId', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('severity', 'text', (column) => column.notNull())
    .addColumn('rhythm', 'text', (column) => column.notNull())
    .addColumn('mailedUntil', 'integer', (column) => column.notNull())
    .addColumn('mailedAt', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('alertSubscriptions.primary', ['userId', 'severity'])
    .modifyEnd(strict)
    .execute();
};

/** What the console tells people, who has read it, and who wants it by mail (S08). */
export const alerts: Migration = {
  up: async ({ schema }) => {
    await createAlertTable(schema);
    await createReads(schema);
    await createSubscriptions(schema);
  },
};
