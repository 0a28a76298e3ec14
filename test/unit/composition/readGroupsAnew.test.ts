import { afterEach, beforeEach, expect, it } from 'vitest';
import { readGroupsAnew } from '../../../electron/composition/readGroupsAnew.ts';
import { createMembershipStore } from '../../../electron/stores/directory/membershipStore.ts';
import { createDirectoryObjectStore } from '../../../electron/stores/directory/directoryObjectStore.ts';
import type { Settings } from '../../../electron/stores/settings/settingsSchema.ts';
import type { SettingsStore } from '../../../electron/stores/settings/settingsStore.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../stores/database/temporaryDatabase.ts';
import { createSettingsLab, directoryValues, withDirectory } from '../stores/settings/settingsLab.ts';
import { addUserRow } from '../stores/users/peopleRows.ts';

let database: TemporaryDatabase;
let settings: SettingsStore;
let anna: string;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  const lab = createSettingsLab();
  settings = readGroupsAnew(lab.store, { exists: async () => true, query: database.query });
  anna = await addUserRow(database.query, { kind: 'directoryUser', name: 'CORP\\anna' });
  await createDirectoryObjectStore(database.query).save({
    ...{ userId: anna, objectGuid: '2f4d8c3e-0000-4000-8000-000000000001', objectSid: 'S-1-5-21-1-2-3-1105' },
    ...{ domain: 'corp.example', accountName: 'CORP\\anna', userPrincipalName: null },
    ...{ distinguishedName: 'CN=anna', state: 'present', checkedAt: 0 },
    ...{ isAutoProvisioned: false, overrides: [] },
  });
  await createMembershipStore(database.query).replace(anna, ['S-1-5-21-1-2-3-513'], 1_000);
});
afterEach(() => database.remove());

const save = async (change: (settings: Settings) => Settings): Promise<void> => {
  const { revision } = await settings.read();
  await settings.save({ revision, by: 'anna', operation: 'directory.saveSettings' }, change);
};

const readAt = async (): Promise<number | null | undefined> =>
  (await createMembershipStore(database.query).find(anna))?.readAt;

it('asks for the groups of everybody anew once another directory is in force', async () => {
  await save(withDirectory(directoryValues(null)));
  expect(await readAt()).toBeNull();
});

it('keeps what is known when a draft or something else is saved', async () => {
  await save(withDirectory(null, directoryValues(null)));
  await save((present) => ({ ...present, general: { ...present.general, emailAlerts: false } }));
  expect(await readAt()).toBe(1_000);
});
