import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  directoryDefaults,
  type DirectoryWrite,
} from '../../../electron/contract/directory/directoryValues.ts';
import { type Browser, enterWith, openPeopleDoor, type PeopleDoor } from './openPeopleDoor.ts';

const planted = 'a password of the directory';

const values: DirectoryWrite = {
  ...directoryDefaults,
  ...{ domain: 'corp.example', dnsServers: [] },
  identity: {
    ...{ mode: 'password', userName: { source: 'value', value: 'reader' } },
    password: { source: 'vault', secret: { action: 'set', value: planted } },
  },
};

let door: PeopleDoor;
let administrator: Browser;
let reader: Browser;

beforeAll(async () => {
  door = await openPeopleDoor();
  administrator = await door.setUp();
  const permissions = ['directory.view', 'settings.view'] as const;
  reader = await enterWith(administrator, await door.browse(), { name: 'rita', permissions });
});
afterAll(() => door.close());

const saveAs = async ({ client, call }: Browser) => {
  const { revision } = await client.directory.getSettings();
  return call('directory.saveSettings', { revision, values, proofId: null, asDraft: true });
};

it('saves a draft for who may change the directory, and notes its domain and what became', async () => {
  const { status, body } = await saveAs(administrator);
  expect(status).toBe(200);
  expect(body).not.toContain(planted);
  const filter = { from: null, until: null, userId: null, outcome: null, result: null, text: '' };
  const { entries } = await administrator.client.audit.listEntries({
    ...{ filter: { ...filter, operation: 'directory.saveSettings' }, below: null, limit: 1 },
  });
  expect(entries).toMatchObject([{ subject: 'corp.example', result: 'done' }]);
  expect(JSON.stringify(entries)).not.toContain(planted);
});

it('shows it to who may only look, without the password, and refuses to let that person save', async () => {
  const details = await reader.client.directory.getSettings();
  expect(details).toMatchObject({ values: null, state: 'draft', draft: { domain: 'corp.example' } });
  expect(details.draft?.identity).toMatchObject({ password: { source: 'vault', stored: true } });
  const refused = await saveAs(reader);
  expect(refused.status).toBe(403);
  expect(refused.body).toContain('directory.edit');
});

it('tells its changes in the history to who may look at it', async () => {
  const latest = async ({ client }: Browser) =>
    (await client.settings.listRevisions({ offset: 0, limit: 1 })).revisions;
  expect(await latest(reader)).toMatchObject([{ operation: 'directory.saveSettings', hiddenChanges: 0 }]);
  const permissions = ['settings.view'] as const;
  const other = await enterWith(administrator, await door.browse(), { name: 'otto', permissions });
  expect(await latest(other)).toMatchObject([{ changes: [] }]);
  expect(JSON.stringify(await latest(reader))).not.toContain(planted);
});

it('puts nothing in force without a proof, whoever asks', async () => {
  const { revision } = await administrator.client.directory.getSettings();
  const saving = { revision, values, proofId: null, asDraft: false };
  const { status, body } = await administrator.call('directory.saveSettings', saving);
  expect([status, body]).toEqual([409, expect.stringContaining('PROOF_REQUIRED')]);
});

it('puts another directory in force for administrators alone: it says who gets in, and as what', async () => {
  const permissions = ['directory.view', 'directory.edit'] as const;
  const editor = await enterWith(administrator, await door.browse(), { name: 'edda', permissions });
  expect((await saveAs(editor)).status).toBe(200);
  const { revision } = await editor.client.directory.getSettings();
  const saving = { revision, values, proofId: null, asDraft: false };
  const { status, body } = await editor.call('directory.saveSettings', saving);
  expect([status, body]).toEqual([403, expect.stringContaining('ADMINISTRATOR_REQUIRED')]);
});
