import { fail } from '../../contract/failures.ts';
import { slotsWithout, withSlots } from './slots/slotList.ts';
import { createPassphraseSlot, createRecoveryKeySlot, openPassphraseSlot } from './slots/typedSlots.ts';
import type { Vault } from './vault.ts';
import type { VaultAccess } from './vaultAccess.ts';
import type { KeySlotOf, SealedVault } from './vaultContent.ts';
import type { VaultParts } from './vaultParts.ts';

const passphraseSlot = ({ slots }: SealedVault, slotId: string): KeySlotOf<'passphrase'> => {
  const slot = slots.find(({ id }) => id === slotId);
  if (slot?.kind !== 'passphrase') throw fail('NOT_FOUND', {});
  return slot;
};

const passphraseExists = () =>
  fail('INVALID_INPUT', { issues: [{ path: ['passphrase'], code: 'passphraseExists', parameters: {} }] });

/** The slots that open with something typed. */
export const createTypedSlotChanges = (
  { change, changeUnlocked }: VaultAccess,
  parts: VaultParts,
): Pick<Vault, 'addPassphrase' | 'changePassphrase' | 'createRecoveryKey'> => ({
  addPassphrase: (passphrase) =>
    change(async (vault) => {
      const { id, slots } = vault.content;
      if (slots.some(({ kind }) => kind === 'passphrase')) throw passphraseExists();
      return withSlots(vault, [...slots, await createPassphraseSlot(vault.key, id, passphrase, parts)]);
    }),

  changePassphrase: (slotId, current, next) =>
    changeUnlocked(
      (vault) => openPassphraseSlot(passphraseSlot(vault, slotId), vault.id, current),
      async (vault) => {
        const slot = await createPassphraseSlot(vault.key, vault.content.id, next, parts);
        return withSlots(vault, [...slotsWithout(vault, ({ id }) => id === slotId), slot]);
      },
    ),

  createRecoveryKey: async () => {
    let shown = '';
    await change(async (vault) => {
      const { slot, recoveryKey } = createRecoveryKeySlot(vault.key, vault.content.id, parts);
      shown = recoveryKey;
      return withSlots(vault, [...slotsWithout(vault, ({ kind }) => kind === 'recoveryKey'), slot]);
    });
    return shown;
  },
});
