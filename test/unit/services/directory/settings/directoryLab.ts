import { randomUUID } from 'node:crypto';
import {
  directoryDefaults,
  type DirectoryWrite,
} from '../../../../../electron/contract/directory/directoryValues.ts';
import type { PasswordWrite } from '../../../../../electron/contract/mail/secret.ts';
import type { ProofOutcome, ProofRecord } from '../../../../../electron/contract/proof/proof.ts';
import { createDirectoryResolver } from '../../../../../electron/services/directory/settings/directoryResolver.ts';
import {
  createDirectorySettings,
  type ResolveDirectory,
} from '../../../../../electron/services/directory/settings/directorySettings.ts';
import { createDirectoryFingerprint } from '../../../../../electron/services/directory/settings/provenDirectory.ts';
import { createSealingKey } from '../../../../../electron/services/proof/sealingKey.ts';
import type { NotedProof } from '../../../../../electron/stores/proof/proofRecordStore.ts';
import { createFakeSettings } from '../../mail/fakeSettings.ts';
import { createFakeVault } from '../../mail/fakeVault.ts';

/** Read with a password that was just typed. */
export const directoryWrite = (
  changes: Partial<DirectoryWrite> = {},
  password: PasswordWrite = { source: 'vault', secret: { action: 'set', value: 'first-password' } },
): DirectoryWrite => ({
  ...directoryDefaults,
  ...{ domain: 'corp.example', dnsServers: [] },
  identity: { mode: 'password', userName: { source: 'value', value: 'reader' }, password },
  ...changes,
});

/** The same, with the password that is stored. */
export const keptWrite = (
  changes: Partial<DirectoryWrite> = {},
  source: 'vault' | 'insecure' = 'vault',
): DirectoryWrite => directoryWrite(changes, { source, secret: { action: 'keep' } });

/** The settings of the directory over stores in memory, with a prover that says what the test wants it to say. */
export const createDirectoryLab = (environment: Record<string, string> = {}) => {
  const settings = createFakeSettings();
  const { vault, ...vaultControls } = createFakeVault();
  const records = new Map<string, NotedProof>();
  const proofs = new Map<string, ProofRecord>();
  const fingerprint = createDirectoryFingerprint(createSealingKey({ vault, newKey: randomUUID }));
  const service = createDirectorySettings({
    ...{ vault, fingerprint, settings: settings.store, newId: randomUUID },
    resolver: createDirectoryResolver({ vault, environment }),
    proofs: { find: (proofId) => proofs.get(proofId) ?? null },
    records: {
      read: async (id) => records.get(id) ?? null,
      write: async (id, proof) => void records.set(id, proof),
    },
    log: { error: () => undefined },
  });

  const recordOf = async (
    request: ResolveDirectory,
    outcome: ProofOutcome = 'passed',
  ): Promise<ProofRecord> => ({
    ...{ at: '2026-11-21T14:02:00.000Z', by: 'anna', outcome, stage: 'bind', findingCode: null },
    fingerprint: await fingerprint(await service.resolveWritten(request)),
  });

  /** A finished proof of these values; gives its id. */
  const prove = async (request: ResolveDirectory, outcome?: ProofOutcome): Promise<string> => {
    const proofId = randomUUID();
    proofs.set(proofId, await recordOf(request, outcome));
    return proofId;
  };

  const save = (values: DirectoryWrite, proofId: string | null = null, keepFrom?: 'active' | 'draft') => {
    const { revision } = settings.current();
    return service.saveSettings({ revision, values, keepFrom, proofId, asDraft: false }, 'anna');
  };

  /** Proves and saves, as the page does. */
  const proveAndSave = async (values: DirectoryWrite) => save(values, await prove({ values }));

  const saveDraft = (values: DirectoryWrite) => {
    const { revision } = settings.current();
    return service.saveSettings({ revision, values, proofId: null, asDraft: true }, 'anna');
  };

  const secrets = (): string[] =>
    [...vaultControls.records]
      .filter(([path]) => path.startsWith('directory/password/'))
      .map(([, { value }]) => value);

  return {
    ...{ service, settings, vault: vaultControls, records, proofs },
    ...{ recordOf, prove, save, proveAndSave, saveDraft, secrets },
  };
};
