import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createApp } from '../../../electron/app.ts';
import { createInProcessClient } from '../../../electron/hosts/inProcessClient.ts';
import { startingPerson } from '../../../electron/hosts/startingPerson.ts';
import { createAuditStore } from '../../../electron/stores/audit/auditStore.ts';
import { createDatabase } from '../../../electron/stores/database/createDatabase.ts';
import { createLiveSecrets } from '../../../electron/stores/vault/liveSecrets.ts';

let directory: string;
beforeEach(() => {
  directory = path.join(mkdtempSync(path.join(os.tmpdir(), 'relay-console-closed-')), 'data');
});
afterEach(() => rmSync(path.dirname(directory), { recursive: true }));

it('ends the calls that run, and writes their rows, before the database closes', async () => {
  const problems: string[] = [];
  const log = { info: () => undefined, error: (event: string) => void problems.push(event) };
  const options = { dataDirectory: directory, log, secrets: createLiveSecrets() };
  const app = await createApp({ ...options, version: 'test', systemLocale: 'en' });
  const caller = { startedProgram: true, token: null };
  const client = createInProcessClient(app, { ...startingPerson('browser'), caller });
  const create = (name: string) =>
    client.roles.createRole({ values: { name, description: '', permissions: [] } });
  await create('first');
  const creating = Promise.all(Array.from({ length: 20 }, (_, number) => create(`role ${number}`)));
  await app.close();
  await creating;
  const database = createDatabase({ directory, now: () => new Date() });
  const rows = await createAuditStore(database.query).list({ operation: 'roles.createRole' }, null, 100);
  await database.close();
  expect(rows).toHaveLength(21);
  expect(problems).toEqual([]);
});
