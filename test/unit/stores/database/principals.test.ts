import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { principals } from '../../../../electron/stores/database/migrations/principals.ts';
import { createDirectoryObjectStore } from '../../../../electron/stores/directory/directoryObjectStore.ts';
import { addUserRow } from '../users/peopleRows.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from './temporaryDatabase.ts';

let database: TemporaryDatabase;

beforeEach(async () => {
  database = await openTemporaryDatabase();
});

afterEach(() => database.remove());

/** As the step before left it. */
const takeStepBack = async (): Promise<void> => {
  const { schema } = await database.query();
  await schema.dropIndex('directoryObjects.principalKey').execute();
  await schema.alterTable('directoryObjects').dropColumn('principalKey').execute();
  await schema
    .createIndex('directoryObjects.userPrincipalName')
    .on('directoryObjects')
    .expression(sql`lower("userPrincipalName")`)
    .execute();
};

it('finds by the user principal name who was known before it had a key', async () => {
  const store = createDirectoryObjectStore(database.query);
  const userId = await addUserRow(database.query, { kind: 'directoryUser', name: 'CORP\\olaf' });
  await store.save({
    ...{ userId, objectGuid: randomUUID(), objectSid: 'S-1-5-21-1-2-3-1104', domain: 'corp.example' },
    ...{ accountName: 'CORP\\olaf', userPrincipalName: 'Ölaf@corp.example', distinguishedName: 'CN=Ölaf' },
    ...{ state: 'present', checkedAt: 0, isAutoProvisioned: false, overrides: [] },
  });
  await takeStepBack();
  await principals.up(await database.query());
  const typed = 'ÖLAF@CORP.EXAMPLE';
  const other = { account: 'other', domain: 'other.example', isOwnDomain: false };
  expect(await store.findIdByAccount({ ...other, typed })).toBe(userId);
});
