import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SmtpWrite } from '../../electron/contract/mail/profile.ts';
import type { ProofRecord } from '../../electron/contract/proof/proof.ts';
import { createFingerprint } from '../../electron/services/mail/mailFingerprint.ts';
import { createSealingKey } from '../../electron/services/proof/sealingKey.ts';
import { createProfileResolver } from '../../electron/services/mail/profiles/profileResolver.ts';
import { createProfileService } from '../../electron/services/mail/profiles/profileService.ts';
import { createProofRecordStore } from '../../electron/stores/proof/proofRecordStore.ts';
import { createSettingsStore } from '../../electron/stores/settings/createSettingsStore.ts';
import { createVault } from '../../electron/stores/vault/createVault.ts';

const planted = 'Pl4nted-Secret-äöü';

const values = (password: string, changes: Partial<SmtpWrite> = {}): SmtpWrite => ({
  kind: 'smtp',
  name: 'head-office',
  from: { address: 'console@corp.example', displayName: '' },
  testRecipient: null,
  host: 'mail.corp.example',
  port: 587,
  encryption: 'starttls',
  trust: { mode: 'system' },
  authentication: {
    mode: 'password',
    mechanism: null,
    userName: { source: 'value', value: 'svc' },
    password: { source: 'vault', secret: { action: 'set', value: password } },
  },
  clientName: null,
  timeoutMs: 30_000,
  maxConnections: null,
  arrival: null,
  ...changes,
});

let directory = '';
let logged = '';

/** One program on this machine, with stores of its own over the same folder. */
const startProgram = () => {
  const log = { error: (event: string, fields: object) => void (logged += event + JSON.stringify(fields)) };
  const settings = createSettingsStore({ directory, log });
  const vault = createVault({ directory, keyFile: path.join(directory, 'vault.key'), log });
  const resolver = createProfileResolver({ vault, environment: {} });
  const fingerprint = createFingerprint(createSealingKey({ vault, newKey: randomUUID }));
  const records = createProofRecordStore(path.join(directory, 'proofs'), log);
  const proofs = new Map<string, ProofRecord>();
  const profiles = createProfileService({
    ...{ settings, vault, resolver, fingerprint, records, log },
    proofs: { find: (proofId) => proofs.get(proofId) ?? null },
    newId: randomUUID,
  });
  /** Proves values on top of what is saved now, and gives what saves them. */
  const prove = async (id: string | null, write: SmtpWrite) => {
    const { revision } = await settings.read();
    const resolved = await profiles.resolveProfile({ id, values: write });
    const proofId = randomUUID();
    const at = new Date().toISOString();
    const verdict = { outcome: 'passed', stage: 'deliver', findingCode: null } as const;
    proofs.set(proofId, { at, by: 'anna', fingerprint: await fingerprint(resolved), ...verdict });
    return () => profiles.saveProfile({ revision, id, values: write, proofId, asDraft: false }, 'anna');
  };
  const save = async (id: string | null, write: SmtpWrite) => (await prove(id, write))();
  return { profiles, vault, prove, save };
};

const secretCount = async (): Promise<number> => (await startProgram().vault.protection()).secretCount;

beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'profiles-'));
  logged = '';
});

afterEach(() => rm(directory, { recursive: true, force: true }));

describe('mail profiles in real stores', () => {
  it('are proven, with their password, after a restart', async () => {
    const { profile } = await startProgram().save(null, values(planted));
    const { profiles } = startProgram();
    const again = await profiles.getProfile(profile.summary.id);
    expect(again.profile.summary.state).toBe('proven');
    expect(await profiles.resolveActive(profile.summary.id)).toMatchObject({
      authentication: { password: planted },
    });
  });

  it('write the password nowhere in the clear', async () => {
    const program = startProgram();
    const { profile } = await program.save(null, values('first'));
    await program.save(profile.summary.id, values(planted));
    const files = await readdir(directory, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const content = await readFile(path.join(file.parentPath, file.name));
      for (const spelling of [planted, Buffer.from(planted).toString('base64')])
        expect(content.includes(spelling), file.name).toBe(false);
    }
    expect(logged + JSON.stringify(await program.profiles.getProfile(profile.summary.id))).not.toContain(
      planted,
    );
  });

  it('saved by two programs at once have one winner, whose password works, and no other is left', async () => {
    const { profile } = await startProgram().save(null, values('first'));
    const { id } = profile.summary;
    const before = await secretCount();
    const programs = [startProgram(), startProgram()];
    const saves = await Promise.all(
      programs.map(({ prove }, index) =>
        prove(id, values(`password-${index}`, { timeoutMs: 10_000 + index })),
      ),
    );
    const results = await Promise.allSettled(saves.map((save) => save()));
    const winners = results.flatMap((result, index) => (result.status === 'fulfilled' ? [index] : []));
    expect(winners).toHaveLength(1);
    const loser = results.find((result) => result.status === 'rejected');
    expect(loser?.reason).toMatchObject({ code: 'CONFLICT' });
    const active = await startProgram().profiles.resolveActive(id);
    expect(active).toMatchObject({
      timeoutMs: 10_000 + Number(winners[0]),
      authentication: { password: `password-${winners[0]}` },
    });
    expect(await secretCount()).toBe(before);
    expect(logged).toBe('');
  });
});
