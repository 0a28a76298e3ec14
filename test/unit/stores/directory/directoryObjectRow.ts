import { randomUUID } from 'node:crypto';
import type { PeopleStores } from '../../../../electron/stores/users/peopleTransaction.ts';
import type { TemporaryDatabase } from '../database/temporaryDatabase.ts';
import { addUserRow } from '../users/peopleRows.ts';

/** The SID of an account of the tests' domain with this relative identifier. */
export const sid = (rid: number): string => `S-1-5-21-1004336348-1177238915-682003330-${rid}`;

/** Adds a user or group of the directory, `CORP\object <rid>`; gives the id. */
export const addDirectoryObject = async (
  database: Pick<TemporaryDatabase, 'query'>,
  { directoryObjects }: Pick<PeopleStores, 'directoryObjects'>,
  kind: 'directoryUser' | 'directoryGroup',
  rid: number,
): Promise<string> => {
  const userId = await addUserRow(database.query, { kind, name: `CORP\\object ${rid}` });
  await directoryObjects.save({
    ...{ userId, objectGuid: randomUUID(), objectSid: sid(rid), domain: 'corp.example' },
    ...{ accountName: `CORP\\object ${rid}`, userPrincipalName: null, distinguishedName: `CN=${rid}` },
    ...{ state: 'present', checkedAt: 0, isAutoProvisioned: false, overrides: [] },
  });
  return userId;
};
