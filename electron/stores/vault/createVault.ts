import { createAutomaticSlotChanges } from './automaticSlotChanges.ts';
import { createDataKeyRotation } from './dataKeyRotation.ts';
import { createSlotRemoval } from './slotRemoval.ts';
import { createTypedSlotChanges } from './typedSlotChanges.ts';
import type { Vault } from './vault.ts';
import { createVaultAccess } from './vaultAccess.ts';
import { createVaultParts, type VaultOptions } from './vaultParts.ts';
import { createVaultProtection } from './vaultProtection.ts';
import { createVaultRecords } from './vaultRecords.ts';
import { createVaultReplacement } from './vaultReplacement.ts';

/** The vault in `vault.json` of the data directory, shared by every program on this machine. */
export const createVault = (options: VaultOptions): Vault => {
  const parts = createVaultParts(options);
  const access = createVaultAccess(parts);
  return {
    ...createVaultRecords(access),
    ...createTypedSlotChanges(access, parts),
    ...createAutomaticSlotChanges(access, parts),
    removeSlot: createSlotRemoval(access, parts),
    rotateDataKey: createDataKeyRotation(access, parts),
    startNewVault: createVaultReplacement(access, parts),
    protection: createVaultProtection(access, parts),
    unlock: async (kind, value) => {
      await access.unlock(kind, value);
    },
  };
};
