import type { KeySlot } from '../vaultContent.ts';
import type { OpenVault } from '../vaultReading.ts';

/** The vault with these slots instead of its own. */
export const withSlots = (vault: OpenVault, slots: KeySlot[]): OpenVault => ({
  ...vault,
  content: { ...vault.content, slots },
});

/** The slots of a vault but those that go. */
export const slotsWithout = ({ content }: OpenVault, goes: (slot: KeySlot) => boolean): KeySlot[] =>
  content.slots.filter((slot) => !goes(slot));
