import { fail } from '../../contract/failures.ts';
import { createDataKey, type DataKey, decryptRecord, encryptRecord } from './dataKey.ts';
import { createKeyFileSlot, createOperatingSystemSlot, opensHere } from './slots/automaticSlots.ts';
import { createPassphraseSlot, createRecoveryKeySlot, openPassphraseSlot } from './slots/typedSlots.ts';
import type { KeySlot, VaultContent, VaultRecord } from './vaultContent.ts';
import type { Vault } from './vault.ts';
import type { VaultAccess } from './vaultAccess.ts';
import type { VaultParts } from './vaultParts.ts';
import type { OpenVault } from './vaultReading.ts';

type Renewed = { slot: KeySlot; recoveryKey?: string } | null;
type Rotation = { vault: OpenVault; next: DataKey; passphrase: string | null; parts: VaultParts };

/** The same means of opening for the new key; null when it is another machine's or person's and cannot be renewed here. */
const renewSlot = async (slot: KeySlot, { vault, next, passphrase, parts }: Rotation): Promise<Renewed> => {
  const { id } = vault.content;
  switch (slot.kind) {
    case 'operatingSystem': {
      const renewed = (await opensHere(slot, id, parts))
        ? await createOperatingSystemSlot(next, parts)
        : null;
      return renewed && { slot: renewed };
    }
    case 'keyFile':
      return (await opensHere(slot, id, parts)) ? { slot: await createKeyFileSlot(next, id, parts) } : null;
    case 'passphrase':
      if (passphrase === null) throw fail('WRONG_PASSPHRASE', {});
      await openPassphraseSlot(slot, id, passphrase);
      return { slot: await createPassphraseSlot(next, id, passphrase, parts) };
    case 'recoveryKey':
      return createRecoveryKeySlot(next, id, parts);
  }
};

const encryptAgain = ({ vault, next }: Rotation): VaultContent['records'] => {
  const { id, records } = vault.content;
  const renew = ([path, record]: [string, VaultRecord]): [string, VaultRecord] => {
    const place = { path, target: record.target };
    const value = decryptRecord(vault.key, id, place, record);
    if (value === null) throw fail('SECRET_UNREADABLE', {});
    return [path, encryptRecord(next, id, place, value)];
  };
  return Object.fromEntries(Object.entries(records).map(renew));
};

/**
 * The vault under a new data key: every secret encrypted again, every slot that this program can open wrapped again,
 * the others gone, a new recovery key where there was one. WRONG_PASSPHRASE when there is a passphrase slot and this
 * is not its passphrase.
 */
const rotate = async (
  vault: OpenVault,
  passphrase: string | null,
  parts: VaultParts,
): Promise<{ vault: OpenVault; recoveryKey: string | null }> => {
  const rotation: Rotation = { vault, next: createDataKey(), passphrase, parts };
  const renewed: NonNullable<Renewed>[] = [];
  for (const slot of vault.content.slots) {
    const result = await renewSlot(slot, rotation);
    if (result !== null) renewed.push(result);
  }
  if (renewed.length === 0) throw fail('LAST_KEY_SLOT', {});
  const content: VaultContent = {
    ...vault.content,
    dataKey: { id: parts.newId(), createdAt: parts.now().toISOString() },
    slots: renewed.map(({ slot }) => slot),
    records: encryptAgain(rotation),
  };
  const recoveryKey = renewed.find((result) => result.recoveryKey !== undefined)?.recoveryKey ?? null;
  return { vault: { content, key: rotation.next }, recoveryKey };
};

/** Rotation as an operation of the vault: stores what `rotate` gives. */
export const createDataKeyRotation =
  ({ change }: VaultAccess, parts: VaultParts): Vault['rotateDataKey'] =>
  async (passphrase) => {
    let shown: string | null = null;
    await change(async (vault) => {
      const rotated = await rotate(vault, passphrase, parts);
      shown = rotated.recoveryKey;
      return rotated.vault;
    });
    return shown;
  };
