import type { ProblemLog } from '../../../stores/problemLog.ts';
import type { ProofRecordStore } from '../../../stores/proof/proofRecordStore.ts';
import type { SettingsStore } from '../../../stores/settings/settingsStore.ts';
import type { Vault } from '../../../stores/vault/vault.ts';
import type { ProofLookup } from '../../proof/proofLog.ts';
import type { DirectoryResolver } from './directoryResolver.ts';
import type { DirectoryFingerprint } from './provenDirectory.ts';

/** What the settings of the directory work with. */
export type DirectorySettingsParts = {
  settings: Pick<SettingsStore, 'read' | 'save'>;
  vault: Pick<Vault, 'read' | 'write' | 'removeAll'>;
  resolver: DirectoryResolver;
  fingerprint: DirectoryFingerprint;
  proofs: ProofLookup;
  records: Pick<ProofRecordStore, 'read' | 'write'>;
  newId: () => string;
  log: ProblemLog;
};

/** The id under which the last proof of what is in force is noted. */
export const directoryProofs = 'directory';
