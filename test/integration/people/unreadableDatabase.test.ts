import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type App, createApp } from '../../../electron/app.ts';
import type { Caller } from '../../../electron/services/session/identify.ts';
import { createInProcessClient } from '../../../electron/hosts/inProcessClient.ts';
import { startingPerson } from '../../../electron/hosts/startingPerson.ts';
import { createDatabase } from '../../../electron/stores/database/createDatabase.ts';
import { createLiveSecrets } from '../../../electron/stores/vault/liveSecrets.ts';

const password = 'four plain words here';
const log = { info: () => undefined, error: () => undefined };

let dataDirectory: string;
let app: App;

const open = () =>
  createApp({ dataDirectory, log, secrets: createLiveSecrets(), version: '1.2.3', systemLocale: 'en' });

const clientOf = (caller: Caller) =>
  createInProcessClient(app, { ...startingPerson('browser'), user: 'CORP\\anna', caller });
const starter = () => clientOf({ startedProgram: true, token: null });
const stranger = () => clientOf({ startedProgram: false, token: null });

/** What the backup knows nothing of. */
const signInTwice = async (): Promise<void> => {
  app = await open();
  await stranger().session.signIn({ name: 'admin', password });
  await stranger().session.signIn({ name: 'admin', password });
  await app.close();
};

/** Has an administrator and a backup, and a database that is none any more. */
beforeEach(async () => {
  dataDirectory = path.join(mkdtempSync(path.join(os.tmpdir(), 'relay-console-unreadable-')), 'data');
  app = await open();
  await starter().session.createAdministrator({ displayName: 'Anna', mail: null, language: null, password });
  await app.close();
  const database = createDatabase({ directory: dataDirectory, now: () => new Date() });
  await database.keepBackup();
  await database.close();
  await signInTwice();
  writeFileSync(path.join(dataDirectory, 'console.db'), Buffer.alloc(8_192, 0xa5));
  app = await open();
});

afterEach(async () => {
  await app.close();
  rmSync(path.dirname(dataDirectory), { recursive: true });
});

const backupName = async (): Promise<string> => {
  const health = await starter().security.getDatabaseHealth();
  return health.state === 'unreadable' ? (health.backups[0]?.name ?? '') : '';
};

it('says so to the person who started the program, who may do nothing else about people', async () => {
  expect(await starter().session.getSession()).toMatchObject({ state: 'unreadable', isSetUp: true });
  expect(await starter().security.getDatabaseHealth()).toMatchObject({
    state: 'unreadable',
    reason: 'damaged',
    file: path.join(dataDirectory, 'console.db'),
    backups: [{ name: expect.stringMatching(/^console-.*\.db$/) as unknown }],
  });
  await expect(starter().roles.listRoles()).rejects.toMatchObject({ code: 'DATABASE_UNREADABLE' });
});

it('tells others only that they are not signed in', async () => {
  expect(await stranger().session.getSession()).toMatchObject({ state: 'signedOut', isSetUp: true });
  const refused = { code: 'NOT_SIGNED_IN' };
  await expect(stranger().security.getDatabaseHealth()).rejects.toMatchObject(refused);
  await expect(stranger().security.restoreDatabase({ name: await backupName() })).rejects.toMatchObject(
    refused,
  );
});

it('is in force again after a backup was restored: whoever was there signs in', async () => {
  await starter().security.restoreDatabase({ name: await backupName() });
  expect(await starter().session.getSession()).toMatchObject({ state: 'signedOut', isSetUp: true });
  expect(
    await clientOf({ startedProgram: false, token: null }).session.signIn({ name: 'admin', password }),
  ).toEqual({});
});

it('says in the audit how far back the restored one is, and takes that for no cut', async () => {
  await starter().security.restoreDatabase({ name: await backupName() });
  const user = clientOf({ startedProgram: true, token: null });
  await user.session.signIn({ name: 'admin', password });
  const filter = {
    ...{ from: null, until: null, userId: null, outcome: null, result: null, text: '' },
    operation: 'security.restoreDatabase',
  };
  const { entries } = await user.audit.listEntries({ filter, below: null, limit: 1 });
  expect(await user.audit.getEntry({ number: entries[0]?.number ?? 0 })).toMatchObject({
    changes: [{ path: 'chain.newest', before: '3', after: '1' }],
  });
  expect(await user.audit.verifyChain()).toMatchObject({ brokenAt: null, cut: null });
});

it('knows no backup of another name', async () => {
  const unknown = starter().security.restoreDatabase({ name: 'console.db' });
  await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
