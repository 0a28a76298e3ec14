import { type Box, closeBox, openBox } from '../authenticatedBox.ts';
import { type DataKey, deriveKey } from '../dataKey.ts';
import type { KeySlotOf } from '../vaultContent.ts';
import { slotContext, type SlotPlace } from './slotContext.ts';

/** A recovery key is random, so nobody can guess it: HKDF is enough, and it opens at once. */
const wrappingKey = (secret: Buffer, vaultId: string): Buffer => deriveKey(secret, vaultId, 'recovery key');

/** Wraps the data key so that the recovery key with these 160 bits opens it. */
export const wrapWithRecoveryKey = (dataKey: DataKey, place: SlotPlace, secret: Buffer): Box =>
  closeBox(wrappingKey(secret, place.vaultId), dataKey, slotContext('recoveryKey', place));

/** Null when it is another recovery key. */
export const unwrapWithRecoveryKey = (
  { box, id }: KeySlotOf<'recoveryKey'>,
  vaultId: string,
  secret: Buffer,
): DataKey | null =>
  openBox(wrappingKey(secret, vaultId), box, slotContext('recoveryKey', { vaultId, slotId: id }));
