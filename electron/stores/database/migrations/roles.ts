import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Tables } from '../tables.ts';

/** The built-in role, so that it can be held; its permissions are in no table. */
export const roles: Migration = {
  up: async (database: Kysely<Pick<Tables, 'roles'>>) => {
    const name = { name: 'Administrator', nameKey: 'administrator', description: '' };
    await database
      .insertInto('roles')
      .values({ id: '00000000-0000-4000-8000-000000000001', ...name, isBuiltIn: 1, revision: 1 })
      .execute();
  },
};
