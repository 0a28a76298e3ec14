import { createDataKey } from './dataKey.ts';
import { createKeyFileSlot, createOperatingSystemSlot } from './slots/automaticSlots.ts';
import { vaultFormat } from './vaultContent.ts';
import type { VaultParts } from './vaultParts.ts';
import type { OpenVault } from './vaultReading.ts';

/**
 * An empty vault. It opens by itself: through the operating system where that protects anything, else by a key file.
 * PROTECTION_UNAVAILABLE `keyFileDamaged`, STORAGE_FAILED.
 */
export const createNewVault = async (parts: VaultParts): Promise<OpenVault> => {
  const key = createDataKey();
  const id = parts.newId();
  const slot = (await createOperatingSystemSlot(key, parts)) ?? (await createKeyFileSlot(key, id, parts));
  const dataKey = { id: parts.newId(), createdAt: parts.now().toISOString() };
  return { key, content: { format: vaultFormat, id, dataKey, slots: [slot], records: {} } };
};
