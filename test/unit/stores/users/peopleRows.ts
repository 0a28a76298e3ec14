import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables, UserRow } from '../../../../electron/stores/database/tables.ts';
import { nameKey } from '../../../../electron/stores/users/nameKey.ts';

/** Adds a local user, straight into the table; gives the id. */
export const addUserRow = async (
  query: () => Promise<Kysely<Tables>>,
  values: { name: string } & Partial<UserRow>,
  hash?: string,
): Promise<string> => {
  const id = values.id ?? randomUUID();
  const database = await query();
  await database
    .insertInto('users')
    .values({
      kind: 'localUser',
      nameKey: nameKey(values.name),
      displayName: values.name,
      mail: null,
      language: null,
      isActive: 1,
      isBuiltIn: 0,
      mayUseBasicAuthentication: 0,
      mustChangePassword: 0,
      createdAt: 0,
      lastSignInAt: null,
      searchText: nameKey(values.name),
      revision: 1,
      ...values,
      id,
    })
    .execute();
  if (hash !== undefined)
    await database.insertInto('credentials').values({ userId: id, hash, changedAt: 0 }).execute();
  return id;
};
