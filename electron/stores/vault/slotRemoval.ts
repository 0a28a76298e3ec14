import { fail } from '../../contract/failures.ts';
import { opensHere } from './slots/automaticSlots.ts';
import { removeKeyFile } from './slots/keyFileSlot.ts';
import { slotsWithout, withSlots } from './slots/slotList.ts';
import type { Vault } from './vault.ts';
import type { VaultAccess } from './vaultAccess.ts';
import type { KeySlot } from './vaultContent.ts';
import type { VaultParts } from './vaultParts.ts';
import type { OpenVault } from './vaultReading.ts';

/** Takes a slot away, never the last that opens, and the key file with its slot. */
export const createSlotRemoval = (
  { change, exclusively, look }: VaultAccess,
  parts: VaultParts,
): Vault['removeSlot'] => {
  /** What is left must open with something typed, or by itself here: another machine's slot is no way in. */
  const requireWayIn = async ({ content }: OpenVault, left: readonly KeySlot[]): Promise<void> => {
    const opens = async (slot: KeySlot): Promise<boolean> =>
      slot.kind === 'passphrase' || slot.kind === 'recoveryKey' || (await opensHere(slot, content.id, parts));
    if (!(await Promise.all(left.map(opens))).includes(true)) throw fail('LAST_KEY_SLOT', {});
  };

  /** Unless another program has just added a slot for it again. */
  const dropKeyFile = (): Promise<void> =>
    exclusively(async () => {
      const slots = (await look())?.slots ?? [];
      if (slots.every(({ kind }) => kind !== 'keyFile')) await removeKeyFile(parts.keyFile);
    });

  return async (slotId) => {
    let removed: KeySlot | undefined;
    await change(async (vault) => {
      removed = vault.content.slots.find(({ id }) => id === slotId);
      if (removed === undefined) throw fail('NOT_FOUND', {});
      const left = slotsWithout(vault, ({ id }) => id === slotId);
      await requireWayIn(vault, left);
      return withSlots(vault, left);
    });
    if (removed?.kind === 'keyFile') await dropKeyFile();
  };
};
