import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the watch saw last of each thing, and what it has told of it (N11). */
export const watch: Migration = {
  up: async ({ schema }) => {
    await schema
      .createTable('watchMarks')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('profiles', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('endsAt', 'integer')
      .addColumn('since', 'integer')
      .addColumn('secretId', 'text')
      .addColumn('finding', 'text')
      .addColumn('toldStep', 'integer')
      .addColumn('isSilenceTold', 'integer', (column) => column.notNull())
      .addColumn('checkedAt', 'integer', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .modifyEnd(sql`STRICT`)
      .execute();
  },
};
