import type { ProblemLog } from '../../../stores/problemLog.ts';
import type { ProofRecordStore } from '../../../stores/proof/proofRecordStore.ts';
import type { SettingsStore } from '../../../stores/settings/settingsStore.ts';
import type { Vault } from '../../../stores/vault/vault.ts';
import type { ProofLookup } from '../../proof/proofLog.ts';
import type { ResolvedProfile } from '../resolvedProfile.ts';
import type { ProfileResolver } from './profileResolver.ts';

/** Fingerprint of resolved values; the same values always give the same one, on this machine. */
export type Fingerprint = (values: ResolvedProfile) => Promise<string>;

/** What the profile service works with. */
export type ProfileParts = {
  settings: Pick<SettingsStore, 'read' | 'save'>;
  vault: Pick<Vault, 'read' | 'write' | 'removeAll'>;
  resolver: ProfileResolver;
  fingerprint: Fingerprint;
  proofs: ProofLookup;
  records: ProofRecordStore;
  newId: () => string;
  log: ProblemLog;
};
