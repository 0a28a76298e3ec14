import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { accountKey } from '../../directory/accountKey.ts';
import type { Tables } from '../tables.ts';

const fillKeys = async (database: Kysely<Tables>): Promise<void> => {
  const known = await database
    .selectFrom('directoryObjects')
    .select(['userId', 'userPrincipalName'])
    .where('userPrincipalName', 'is not', null)
    .execute();
  for (const { userId, userPrincipalName } of known)
    await database
      .updateTable('directoryObjects')
      .set({ principalKey: userPrincipalName && accountKey(userPrincipalName) })
      .where('userId', '=', userId)
      .execute();
};

/** User principal names are compared as account names are: SQLite's own `lower` knows ASCII only (U19). */
export const principals: Migration = {
  up: async (database: Kysely<Tables>) => {
    const { schema } = database;
    await schema.dropIndex('directoryObjects.userPrincipalName').execute();
    await schema.alterTable('directoryObjects').addColumn('principalKey', 'text').execute();
    await fillKeys(database);
    await schema
      .createIndex('directoryObjects.principalKey')
      .on('directoryObjects')
      .column('principalKey')
      .execute();
  },
};
