import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProveInput } from '../../electron/contract/mail/mail.contract.ts';
import type { ProfileWrite } from '../../electron/contract/mail/profile.ts';
import type { ProofEvent } from '../../electron/contract/proof/proof.ts';
import { createInProcessClient, type InProcessClient } from '../../electron/hosts/inProcessClient.ts';
import { createImplementer } from '../../electron/hosts/implementer.ts';
import { createMailboxOperations } from '../../electron/hosts/operations/mailboxOperations.ts';
import { createMailOperations } from '../../electron/hosts/operations/mailOperations.ts';
import { startingPerson } from '../../electron/hosts/startingPerson.ts';
import { loadTranslator } from '../../electron/locales/translate.ts';
import { createTrustStore } from '../../electron/protocols/tls/trustStore.ts';
import { createFingerprint } from '../../electron/services/mail/mailFingerprint.ts';
import { createSealingKey } from '../../electron/services/proof/sealingKey.ts';
import { createProfileProving } from '../../electron/services/mail/profileProving.ts';
import { createProfileAccess } from '../../electron/services/mail/profiles/profileAccess.ts';
import { createProfileResolver } from '../../electron/services/mail/profiles/profileResolver.ts';
import { createProfileService } from '../../electron/services/mail/profiles/profileService.ts';
import { createConnectionLimit } from '../../electron/services/mail/proof/connectionLimit.ts';
import { createMailProver } from '../../electron/services/mail/proof/mailProver.ts';
import { createProofReports } from '../../electron/services/proof/report/proofReport.ts';
import { createMailboxService } from '../../electron/services/mailbox/mailboxService.ts';
import { createProofLog } from '../../electron/services/proof/proofLog.ts';
import { createProofRecordStore } from '../../electron/stores/proof/proofRecordStore.ts';
import { createMessageStore, mailboxLimits } from '../../electron/stores/mailbox/messageStore.ts';
import { createSettingsStore } from '../../electron/stores/settings/createSettingsStore.ts';
import { createVault } from '../../electron/stores/vault/createVault.ts';
import { createLiveSecrets } from '../../electron/stores/vault/liveSecrets.ts';
import { authorityPem, serverPem } from '../unit/protocols/tls/certificateSamples.ts';
import { onlyServers } from '../unit/services/mail/proof/onlyServers.ts';

const log = { info: () => undefined, error: () => undefined };
const now = () => new Date();

let directory = '';
let client: InProcessClient;

const createServices = () => {
  const secrets = createLiveSecrets();
  const settings = createSettingsStore({ directory, log });
  const vault = createVault({ directory, keyFile: path.join(directory, 'vault.key'), log });
  const store = createMessageStore({
    directory: path.join(directory, 'mailbox'),
    limits: mailboxLimits,
    now,
    log,
  });
  const mailbox = createMailboxService({ store, limits: mailboxLimits, log });
  const proofLog = createProofLog();
  const fingerprint = createFingerprint(createSealingKey({ vault, newKey: randomUUID }));
  const profiles = createProfileService({
    ...{ settings, vault, fingerprint, log, proofs: proofLog, newId: randomUUID },
    resolver: createProfileResolver({ vault, environment: {} }),
    records: createProofRecordStore(path.join(directory, 'proofs'), log),
  });
  const prove = createMailProver({
    ...{ fingerprint, proofLog, now, log, files: fs, storeMessage: mailbox.capture },
    ...{
      connections: createConnectionLimit(),
      ...onlyServers,
      trustStore: createTrustStore(),
      machineName: 'console.corp.example',
    },
  });
  const proveProfile = createProfileProving({ profiles, prove, proofs: proofLog, secrets, log });
  const access = createProfileAccess({
    ...{ settings, profiles, proveProfile, log, proofs: proofLog, now },
    createProofReport: createProofReports({ area: 'mail', find: proofLog.read, loadTexts: loadTranslator }),
    ...{ hasFolder: async () => false, forgetTokens: async () => false },
    adoptTokens: async () => undefined,
    settleTokens: async () => undefined,
  });
  return { mailbox, mail: { access } };
};

beforeEach(async () => {
  directory = await fs.mkdtemp(path.join(os.tmpdir(), 'mail-operations-'));
  const implementer = createImplementer(log);
  const { mailbox, mail } = createServices();
  const openResolver = () => {
    throw new Error('No question for DNS is expected here.');
  };
  const router = {
    mail: createMailOperations(
      implementer,
      { ...mail, detection: { openResolver, limitMs: 1 } },
      async () => null,
    ),
    mailbox: createMailboxOperations(implementer, { ofAdministrators: mailbox, ofOthers: mailbox }),
  };
  client = createInProcessClient({ router }, startingPerson('commandLine'));
});

afterEach(() => fs.rm(directory, { recursive: true, force: true }));

const values: ProfileWrite = {
  kind: 'capture',
  name: 'Try it here',
  from: { address: 'console@corp.example', displayName: 'Console' },
  testRecipient: 'anna@corp.example',
};

const prove = async (changes: Partial<ProveInput> = {}): Promise<ProofEvent[]> => {
  const input = { id: null, values, recipient: null, until: 'deliver', language: 'en', ...changes } as const;
  const events: ProofEvent[] = [];
  for await (const event of await client.mail.proveProfile(input)) events.push(event);
  return events;
};

describe('the operations of mail', () => {
  it('prove a profile, save it, and the message lies in the mailbox', async () => {
    const events = await prove();
    const finished = events.find((event) => event.type === 'finished');
    expect(finished?.outcome).toBe('passed');
    const proofId = finished?.proofId ?? null;
    const { revision } = await client.mail.listProfiles();
    const saved = await client.mail.saveProfile({ revision, id: null, values, proofId, asDraft: false });
    expect(saved.profile.summary).toMatchObject({ state: 'proven', kind: 'capture', isDefault: false });
    const { profiles } = await client.mail.listProfiles();
    expect(profiles.map(({ name }) => name)).toContain('Try it here');
    const { messages } = await client.mailbox.listMessages({ search: '', offset: 0, limit: 10 });
    expect(messages[0]?.to).toEqual(['anna@corp.example']);
    expect((await client.mailbox.getMessage({ id: messages[0]?.id ?? '' })).text).not.toBeNull();
  });

  it('report the proof in three languages', async () => {
    const finished = (await prove()).find((event) => event.type === 'finished');
    for (const language of ['en', 'fr', 'de'] as const) {
      const file = await client.mail.createProofReport({
        proofId: finished?.proofId ?? '',
        format: 'html',
        language,
      });
      expect(file.content).toContain('Try it here');
    }
  });

  it('refuse an arrival that nobody described, before the stream', async () => {
    await expect(prove({ until: 'arrive' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('make any profile with values in force the default one, and then let the other go', async () => {
    const finished = (await prove()).find((event) => event.type === 'finished');
    const first = await client.mail.listProfiles();
    const { profile, revision } = await client.mail.saveProfile({
      ...{ revision: first.revision, id: null, values, asDraft: false },
      proofId: finished?.proofId ?? null,
    });
    const chosen = await client.mail.setDefaultProfile({ id: profile.summary.id, revision });
    const before = first.profiles.find(({ isDefault }) => isDefault);
    await client.mail.removeProfile({ id: before?.id ?? '', revision: chosen.revision });
    const { profiles } = await client.mail.listProfiles();
    expect(profiles.map(({ name, isDefault }) => ({ name, isDefault }))).toEqual([
      { name: 'Try it here', isDefault: true },
    ]);
  });

  it('read certificates, give presets, and find server data', async () => {
    const { certificate, found } = await client.mail.readCertificate({
      pem: `${serverPem}\n${authorityPem}`,
    });
    expect({ found, isAuthority: certificate.isAuthority }).toEqual({ found: 2, isAuthority: true });
    await expect(client.mail.readCertificate({ pem: 'hello' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: ['pem'], code: 'certificate' }] },
    });
    expect((await client.mail.listPresets()).presets).toHaveLength(6);
    const detected = await client.mail.detectSettings({ address: 'anna@gmx.de' });
    expect(detected.candidates[0]?.preset).toBe('gmx');
  });
});
