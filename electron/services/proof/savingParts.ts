import type { ProblemLog } from '../../stores/problemLog.ts';
import type { SettingsStore } from '../../stores/settings/settingsStore.ts';
import type { Vault } from '../../stores/vault/vault.ts';
import type { ProofLookup } from './proofLog.ts';

/** What saving values works with that a proof has passed. */
export type SavingParts = {
  settings: Pick<SettingsStore, 'read' | 'save'>;
  vault: Pick<Vault, 'read' | 'write' | 'removeAll'>;
  proofs: ProofLookup;
  newId: () => string;
  log: ProblemLog;
};
