import { fail } from '../../contract/failures.ts';
import { type DataKey, fitsSeal } from './dataKey.ts';
import { createOperatingSystemSlot, openAutomaticSlot } from './slots/automaticSlots.ts';
import type { KeySlot, SealedVault } from './vaultContent.ts';
import type { VaultParts } from './vaultParts.ts';

type KeyringParts = Pick<VaultParts, 'keyFile' | 'operatingSystem' | 'newId' | 'now' | 'log'>;

/** The data key of this process: found once, until another program rotates it. */
export const createKeyring = (parts: KeyringParts) => {
  let known: { id: string; key: DataKey } | null = null;
  let outdated: string | null = null;

  /** SECRET_UNREADABLE when the key is the right one and the vault is not what it sealed. */
  const accept = (vault: SealedVault, key: DataKey): DataKey => {
    if (!fitsSeal(key, vault)) throw fail('SECRET_UNREADABLE', {});
    known = { id: vault.dataKey.id, key };
    return key;
  };

  const find = async (vault: SealedVault): Promise<DataKey> => {
    if (known?.id === vault.dataKey.id) return known.key;
    for (const slot of vault.slots) {
      const opened = await openAutomaticSlot(slot, vault.id, parts);
      if (opened === null) continue;
      if (opened.isOutdated) outdated = slot.id;
      return opened.key;
    }
    throw fail('VAULT_LOCKED', {});
  };

  return {
    accept,
    /** The data key that sealed this vault. VAULT_LOCKED when no slot opens without typing, SECRET_UNREADABLE. */
    open: async (vault: SealedVault): Promise<DataKey> => accept(vault, await find(vault)),
    /** The slots with the one replaced that the operating system, when it opened it, asked to protect anew. */
    renewOutdated: async (slots: KeySlot[], key: DataKey): Promise<KeySlot[]> => {
      if (slots.every(({ id }) => id !== outdated)) return slots;
      const renewed = await createOperatingSystemSlot(key, parts);
      return renewed === null ? slots : [...slots.filter(({ id }) => id !== outdated), renewed];
    },
  };
};

export type Keyring = ReturnType<typeof createKeyring>;
