import { randomUUID } from 'node:crypto';
import type { ProfileWrite, SmtpWrite } from '../../../../../electron/contract/mail/profile.ts';
import type { PasswordWrite } from '../../../../../electron/contract/mail/secret.ts';
import type { OAuthClient } from '../../../../../electron/contract/oauth/mapClient.ts';
import type { ProofOutcome, ProofRecord } from '../../../../../electron/contract/proof/proof.ts';
import { createFingerprint } from '../../../../../electron/services/mail/mailFingerprint.ts';
import { createSealingKey } from '../../../../../electron/services/proof/sealingKey.ts';
import { createProfileResolver } from '../../../../../electron/services/mail/profiles/profileResolver.ts';
import {
  createProfileService,
  type ResolveRequest,
} from '../../../../../electron/services/mail/profiles/profileService.ts';
import type { NotedProof } from '../../../../../electron/stores/proof/proofRecordStore.ts';
import { createFakeSettings } from '../fakeSettings.ts';
import { createFakeVault } from '../fakeVault.ts';

export const smtpWrite = (changes: Partial<SmtpWrite> = {}): SmtpWrite => ({
  kind: 'smtp',
  name: 'head-office',
  from: { address: 'console@corp.example', displayName: 'Console' },
  testRecipient: null,
  host: 'mail.corp.example',
  port: 587,
  encryption: 'starttls',
  trust: { mode: 'system' },
  authentication: {
    mode: 'password',
    mechanism: null,
    userName: { source: 'value', value: 'alice' },
    password: { source: 'vault', secret: { action: 'set', value: 'first-password' } },
  },
  clientName: null,
  timeoutMs: 30_000,
  maxConnections: null,
  arrival: null,
  ...changes,
});

/** A mailbox to look into, with a password that was just typed. */
export const arrivalWrite: NonNullable<SmtpWrite['arrival']> = {
  protocol: 'imap',
  host: 'imap.corp.example',
  port: 993,
  encryption: 'tls',
  trust: { mode: 'system' },
  authentication: {
    ...{ mode: 'password', mechanism: null, userName: { source: 'value', value: 'bob' } },
    password: { source: 'vault', secret: { action: 'set', value: 'mailbox-password' } },
  },
};

/** The sign-in of `smtpWrite` with the password that is stored. */
export const keptSignIn = (source: 'vault' | 'insecure' = 'vault'): SmtpWrite['authentication'] => ({
  mode: 'password',
  mechanism: null,
  userName: { source: 'value', value: 'alice' },
  password: { source, secret: { action: 'keep' } },
});

/** A sign-in by a token of an application. */
export const tokenSignIn = (
  client: Partial<OAuthClient<PasswordWrite>> = {},
): Extract<SmtpWrite['authentication'], { mode: 'oauth2' }> => ({
  ...{ mode: 'oauth2', mechanism: null, userName: { source: 'value', value: 'box@corp.example' } },
  client: {
    place: { provider: 'microsoft', cloud: 'global', tenantId: { source: 'value', value: 'corp.example' } },
    clientId: { source: 'value', value: '11111111-2222-3333-4444-555555555555' },
    proof: { kind: 'none' },
    grant: { flow: 'authorizationCode' },
    ...client,
  },
});

/** The profile service over stores in memory, with a prover that says what the test wants it to say. */
export const createProfileLab = (environment: Record<string, string> = {}) => {
  const settings = createFakeSettings();
  const { vault, ...vaultControls } = createFakeVault();
  const records = new Map<string, NotedProof>();
  const proofs = new Map<string, ProofRecord>();
  const logged: string[] = [];
  const fingerprint = createFingerprint(createSealingKey({ vault, newKey: randomUUID }));
  const service = createProfileService({
    settings: settings.store,
    vault,
    resolver: createProfileResolver({ vault, environment }),
    fingerprint,
    proofs: { find: (proofId) => proofs.get(proofId) ?? null },
    records: {
      read: async (id) => records.get(id) ?? null,
      write: async (id, proof) => void records.set(id, proof),
      remove: async (id) => void records.delete(id),
    },
    newId: randomUUID,
    log: { error: (event) => void logged.push(event) },
  });

  const recordOf = async (request: ResolveRequest, outcome: ProofOutcome): Promise<ProofRecord> => ({
    at: '2026-11-20T14:02:00.000Z',
    by: 'anna',
    outcome,
    fingerprint: await fingerprint(await service.resolveProfile(request)),
    stage: 'deliver',
    findingCode: null,
  });

  /** A finished proof of these values; gives its id. */
  const prove = async (request: ResolveRequest, outcome: ProofOutcome = 'passed'): Promise<string> => {
    const proofId = randomUUID();
    proofs.set(proofId, await recordOf(request, outcome));
    return proofId;
  };

  /** Proves and saves, as the page does; gives the profile's id. */
  const proveAndSave = async (values: ProfileWrite, id: string | null = null): Promise<string> => {
    const { revision } = settings.current();
    const proofId = await prove({ id, values });
    const saved = await service.saveProfile({ revision, id, values, proofId, asDraft: false }, 'anna');
    return saved.profile.summary.id;
  };

  const saveDraft = async (values: ProfileWrite, id: string | null = null): Promise<string> => {
    const { revision } = settings.current();
    const saved = await service.saveProfile({ revision, id, values, proofId: null, asDraft: true }, 'anna');
    return saved.profile.summary.id;
  };

  const secretsOf = (id: string): string[] =>
    [...vaultControls.records].filter(([path]) => path.includes(id)).map(([, { value }]) => value);

  return {
    ...{ service, settings, vault: vaultControls, records, logged, fingerprint },
    ...{ prove, proveAndSave, saveDraft, recordOf, secretsOf },
  };
};
