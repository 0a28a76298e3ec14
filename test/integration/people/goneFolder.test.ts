import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type App, createApp } from '../../../electron/app.ts';
import { createInProcessClient, type InProcessClient } from '../../../electron/hosts/inProcessClient.ts';
import { startingPerson } from '../../../electron/hosts/startingPerson.ts';
import { createLiveSecrets } from '../../../electron/stores/vault/liveSecrets.ts';

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
  const from = { address: 'console@corp.example', displayName: '' };
  const values = { kind: 'capture', name: 'branch', from, testRecipient: null } as const;
  const { revision } = await client.mail.listProfiles();
  const draft = { revision, id: null, values, proofId: null, asDraft: true };
  profileId = (await client.mail.saveProfile(draft)).profile.summary.id;
});

afterEach(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

const addFolder = async (name: string): Promise<string> =>
  (await client.folders.createFolder({ parentId: null, name })).folder.id;

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

it('no profile lies in a folder that is deleted while it is moved there', async () => {
  for (let round = 0; round < 20; round += 1) {
    const folderId = await addFolder(`round ${round}`);
    await Promise.allSettled([moveTo(folderId), remove(folderId)]);
    const { folders } = await client.folders.listFolders();
    expect([null, ...folders.map(({ id }) => id)]).toContain(await folderOfProfile());
    await moveTo(null);
  }
});

it('a profile that comes back from history lies in no folder when its own is gone', async () => {
  const folderId = await addFolder('Berlin');
  await moveTo(folderId);
  const { revision: inFolder } = await client.mail.listProfiles();
  await moveTo(null);
  await remove(folderId);
  const { revision } = await client.mail.listProfiles();
  await client.settings.restoreRevision({ revision, restore: inFolder });
  expect(await folderOfProfile()).toBeNull();
});
