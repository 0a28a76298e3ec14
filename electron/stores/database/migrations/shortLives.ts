import type { Migration } from 'kysely/migration';

/** Whether a certificate lives shortly is known when it is looked at, not afterwards (N11). */
export const shortLives: Migration = {
  up: async ({ schema }) => {
    await schema
      .alterTable('watchMarks')
      .addColumn('isShortLived', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
