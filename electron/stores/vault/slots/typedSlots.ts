import { fail } from '../../../contract/failures.ts';
import type { DataKey } from '../dataKey.ts';
import { createRecoverySecret, formatRecoveryKey, parseRecoveryKey } from '../recoveryKey.ts';
import type { KeySlot, KeySlotOf, VaultContent } from '../vaultContent.ts';
import type { VaultParts } from '../vaultParts.ts';
import { unwrapWithPassphrase, wrapWithPassphrase } from './passphraseSlot.ts';
import { unwrapWithRecoveryKey, wrapWithRecoveryKey } from './recoveryKeySlot.ts';

type SlotParts = Pick<VaultParts, 'newId' | 'now'>;

export type TypedKind = 'passphrase' | 'recoveryKey';

/** A new slot that this passphrase opens. Takes some tenths of a second and 64 MiB. */
export const createPassphraseSlot = async (
  dataKey: DataKey,
  vaultId: string,
  passphrase: string,
  { newId, now }: SlotParts,
): Promise<KeySlot> => {
  const id = newId();
  const wrapped = await wrapWithPassphrase(dataKey, { vaultId, slotId: id }, passphrase);
  return { kind: 'passphrase', id, createdAt: now().toISOString(), detail: '', ...wrapped };
};

/** The slot and the key to show once. */
export const createRecoveryKeySlot = (
  dataKey: DataKey,
  vaultId: string,
  { newId, now }: SlotParts,
): { slot: KeySlot; recoveryKey: string } => {
  const id = newId();
  const secret = createRecoverySecret();
  const box = wrapWithRecoveryKey(dataKey, { vaultId, slotId: id }, secret);
  return {
    slot: { kind: 'recoveryKey', id, createdAt: now().toISOString(), detail: '', box },
    recoveryKey: formatRecoveryKey(secret),
  };
};

/** INVALID_INPUT `recoveryKey` when what was typed cannot be a recovery key: a slip, not a wrong key. */
const recoverySecret = (typed: string): Buffer => {
  const secret = parseRecoveryKey(typed);
  if (secret !== null) return secret;
  throw fail('INVALID_INPUT', { issues: [{ path: ['value'], code: 'recoveryKey', parameters: {} }] });
};

const openWithRecoveryKey = ({ slots, id }: VaultContent, typed: string): DataKey | null => {
  const secret = recoverySecret(typed);
  const candidates = slots.filter((slot) => slot.kind === 'recoveryKey');
  return (
    candidates.map((slot) => unwrapWithRecoveryKey(slot, id, secret)).find((key) => key !== null) ?? null
  );
};

/** The data key from this passphrase slot. WRONG_PASSPHRASE. */
export const openPassphraseSlot = async (
  slot: KeySlotOf<'passphrase'>,
  vaultId: string,
  passphrase: string,
): Promise<DataKey> => {
  const key = await unwrapWithPassphrase(slot, vaultId, passphrase);
  if (key === null) throw fail('WRONG_PASSPHRASE', {});
  return key;
};

/** The data key from what a person typed. WRONG_PASSPHRASE, INVALID_INPUT. */
export const openTypedSlot = async (
  vault: VaultContent,
  kind: TypedKind,
  value: string,
): Promise<DataKey> => {
  if (kind === 'recoveryKey') {
    const key = openWithRecoveryKey(vault, value);
    if (key === null) throw fail('WRONG_PASSPHRASE', {});
    return key;
  }
  const slot = vault.slots.find((candidate) => candidate.kind === 'passphrase');
  if (slot === undefined) throw fail('WRONG_PASSPHRASE', {});
  return openPassphraseSlot(slot, vault.id, value);
};
