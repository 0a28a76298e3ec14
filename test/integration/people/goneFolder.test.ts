import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type App, createApp } from '../../../electron/app.ts';
import { createInProcessClient, type InProcessClient } from '../../../electron/hosts/inProcessClient.ts';
import { startingPerson } from '../../../electron/hosts/startingPerson.ts';
import { createLiveSecrets } from '../../../electron/stores/vault/liveSecrets.ts';
import { addFolder, addProfile } from '../../e2e/seededPeople.ts';

const log = { info: () => undefined, error: () => undefined };

let directory: string;
let app: App;
let client: InProcessClient;
let profileId: string;

/** A profile in no folder. */
beforeEach(async () => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'relay-console-folders-'));
  const dataDirectory = path.join(directory, 'data');
  const secrets = createLiveSecrets();
  app = await createApp({ dataDirectory, log, secrets, version: '1.2.3', systemLocale: 'en' });
  client = createInProcessClient(app, startingPerson('desktop'));
  profileId = await addProfile(client, 'branch', null);
});

afterEach(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

const moveTo = async (folderId: string | null): Promise<void> => {
  const { revision } = await client.mail.listProfiles();
  await client.mail.moveProfile({ id: profileId, revision, folderId });
};

const remove = async (id: string): Promise<void> => {
  const { revision, holders } = await client.folders.previewDeletion({ id });
  await client.folders.deleteFolder({ id, revision, holders });
};

const folderOfProfile = async () => {
  const { profiles } = await client.mail.listProfiles();
  return profiles.find(({ id }) => id === profileId)?.folderId;
};

it('a profile that comes back from history lies in no folder when its own is gone', async () => {
  const folderId = await addFolder(client, 'Berlin');
  await moveTo(folderId);
  const { revision: inFolder } = await client.mail.listProfiles();
  await moveTo(null);
  await remove(folderId);
  const { revision } = await client.mail.listProfiles();
  await client.settings.restoreRevision({ revision, restore: inFolder });
  expect(await folderOfProfile()).toBeNull();
});
