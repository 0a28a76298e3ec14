import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createApp } from '../../electron/app.ts';
import type { ProfileWrite } from '../../electron/contract/mail/profile.ts';
import type { ProofEvent } from '../../electron/contract/proof/proof.ts';
import { createInProcessClient, type InProcessClient } from '../../electron/hosts/inProcessClient.ts';
import { createJsonLog } from '../../electron/hosts/jsonLog.ts';
import { accountName, startingPerson } from '../../electron/hosts/startingPerson.ts';
import { createLiveSecrets } from '../../electron/stores/vault/liveSecrets.ts';

const planted = 'Pl4nted-Secret';
let dataDirectory: string;
let logged: string;
let client: InProcessClient;

const openProgram = async (): Promise<InProcessClient> => {
  const secrets = createLiveSecrets();
  const log = createJsonLog((line) => (logged += line), secrets.mask);
  const app = await createApp({ dataDirectory, log, secrets, version: '1.2.3', systemLocale: 'de-CH' });
  return createInProcessClient(app, startingPerson('commandLine'));
};

beforeEach(async () => {
  logged = '';
  dataDirectory = path.join(mkdtempSync(path.join(os.tmpdir(), 'relay-console-program-')), 'data');
  client = await openProgram();
});
afterEach(() => rmSync(path.dirname(dataDirectory), { recursive: true }));

const readAll = async (stream: AsyncIterable<ProofEvent>): Promise<ProofEvent[]> => {
  const events: ProofEvent[] = [];
  for await (const event of stream) events.push(event);
  return events;
};

const capture: ProfileWrite = {
  kind: 'capture',
  name: 'Trial',
  from: { address: 'console@example.com', displayName: 'Console' },
  testRecipient: null,
};

const proveNew = async (values: ProfileWrite) => {
  const asked = { id: null, values, recipient: null, until: 'deliver', language: 'de' } as const;
  const events = await readAll(await client.mail.proveProfile(asked));
  const [started, finished] = [events.at(0), events.at(-1)];
  if (started?.type !== 'started' || finished?.type !== 'finished') throw new Error('no proof');
  return { proofId: started.proofId, outcome: finished.outcome };
};

it('says who is there, and where its data lies, which nobody else reads', async () => {
  const session = await client.session.getSession();
  expect(session).toMatchObject({
    version: '1.2.3',
    systemLocale: 'de-CH',
    door: 'commandLine',
    dataDirectory,
  });
  if (process.platform !== 'win32') expect(statSync(dataDirectory).mode & 0o077).toBe(0);
});

it('works before there is a server: proves, saves and reports the built-in mailbox', async () => {
  const { proofId, outcome } = await proveNew(capture);
  expect(outcome).toBe('passed');
  const { revision, profiles } = await client.mail.listProfiles();
  expect(profiles).toMatchObject([{ kind: 'capture', isDefault: true }]);
  const saved = await client.mail.saveProfile({
    revision,
    id: null,
    values: capture,
    proofId,
    asDraft: false,
  });
  expect(saved.profile.summary).toMatchObject({ name: 'Trial', state: 'proven' });
  const { total } = await client.mailbox.listMessages({ search: '', offset: 0, limit: 10 });
  expect(total).toBe(1);
  const report = await client.mail.createProofReport({ proofId, format: 'html', language: 'de' });
  expect(report.content).toContain('<html lang="de"');
  const { revisions } = await client.settings.listRevisions({ offset: 0, limit: 10 });
  expect(revisions[0]).toMatchObject({ by: accountName(), operation: 'mail.saveProfile' });
});

it('lets every program on the machine see what one has saved', async () => {
  const { revision, general } = await client.settings.getGeneral();
  const other = await openProgram();
  await client.settings.saveGeneral({ revision, general: { ...general, language: 'fr' } });
  expect((await other.settings.getGeneral()).general.language).toBe('fr');
  const stale = other.settings.saveGeneral({ revision, general: { ...general, language: 'de' } });
  await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
});

it('keeps a password that is typed out of every file and of the log', async () => {
  await client.security.addPassphrase({ passphrase: `${planted} of an administrator` });
  const { revision } = await client.mail.listProfiles();
  const values: ProfileWrite = {
    ...capture,
    ...{ kind: 'smtp', name: 'Relay', host: '127.0.0.1', port: 1, encryption: 'starttls', timeoutMs: 5_000 },
    ...{ trust: { mode: 'system' }, clientName: null, maxConnections: null, arrival: null },
    authentication: {
      mode: 'password',
      mechanism: null,
      userName: { source: 'value', value: 'svc' },
      password: { source: 'vault', secret: { action: 'set', value: planted } },
    },
  };
  expect((await proveNew(values)).outcome).toBe('failed');
  await client.mail.saveProfile({ revision, id: null, values, proofId: null, asDraft: true });
  const files = readdirSync(dataDirectory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
  const spellings = [planted, Buffer.from(planted).toString('base64').replace(/=+$/, '')];
  for (const text of [...files, logged])
    for (const spelling of spellings) expect(text).not.toContain(spelling);
});
