import type { BoxContext } from '../authenticatedBox.ts';
import { type KeySlot, vaultFormat } from '../vaultContent.ts';

/** The vault and the slot that a wrapped data key belongs to. */
export type SlotPlace = { vaultId: string; slotId: string };

/** What the wrapped key is bound to, so that no slot opens in another place, or with other parameters. */
export const slotContext = (
  kind: KeySlot['kind'],
  { vaultId, slotId }: SlotPlace,
  parameters: BoxContext = [],
): BoxContext => ['slot', vaultFormat, kind, vaultId, slotId, ...parameters];
