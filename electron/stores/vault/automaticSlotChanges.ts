import { fail } from '../../contract/failures.ts';
import { createKeyFileSlot, createOperatingSystemSlot, opensHere } from './slots/automaticSlots.ts';
import { slotsWithout, withSlots } from './slots/slotList.ts';
import type { Vault } from './vault.ts';
import type { VaultAccess } from './vaultAccess.ts';
import type { KeySlot } from './vaultContent.ts';
import type { VaultParts } from './vaultParts.ts';
import type { OpenVault } from './vaultReading.ts';

/** The slots that open by themselves. */
export const createAutomaticSlotChanges = (
  { change }: VaultAccess,
  parts: VaultParts,
): Pick<Vault, 'addKeyFile' | 'addOperatingSystem'> => {
  const requireOperatingSystem = async (): Promise<void> => {
    const reason = parts.operatingSystem
      ? await parts.operatingSystem.unavailableBecause()
      : 'notInThisProgram';
    if (reason !== null) throw fail('PROTECTION_UNAVAILABLE', { reason });
  };

  const holdsOwn = async ({ content }: OpenVault, kind: KeySlot['kind']): Promise<boolean> => {
    const slots = content.slots.filter((slot) => slot.kind === kind);
    return (await Promise.all(slots.map((slot) => opensHere(slot, content.id, parts)))).includes(true);
  };

  return {
    addKeyFile: () =>
      change(async (vault) => {
        if (await holdsOwn(vault, 'keyFile')) return vault;
        const slot = await createKeyFileSlot(vault.key, vault.content.id, parts);
        return withSlots(vault, [...slotsWithout(vault, ({ kind }) => kind === 'keyFile'), slot]);
      }),

    addOperatingSystem: async () => {
      await requireOperatingSystem();
      await change(async (vault) => {
        const slot = (await holdsOwn(vault, 'operatingSystem'))
          ? null
          : await createOperatingSystemSlot(vault.key, parts);
        return slot === null ? vault : withSlots(vault, [...vault.content.slots, slot]);
      });
    },
  };
};
