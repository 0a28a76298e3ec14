import type { DataKey } from '../dataKey.ts';
import type { KeySlot, KeySlotOf } from '../vaultContent.ts';
import type { VaultParts } from '../vaultParts.ts';
import { unwrapWithKeyFile, wrapWithKeyFile } from './keyFileSlot.ts';

type AutomaticParts = Pick<VaultParts, 'keyFile' | 'operatingSystem' | 'newId' | 'now' | 'log'>;

/** `isOutdated`: the operating system asks for the key to be protected anew. */
type Opened = { key: DataKey; isOutdated: boolean };

const openByOperatingSystem = async (
  { blob }: KeySlotOf<'operatingSystem'>,
  { operatingSystem }: AutomaticParts,
): Promise<Opened | null> => {
  if (operatingSystem === null || (await operatingSystem.unavailableBecause()) !== null) return null;
  return operatingSystem.unprotect(Buffer.from(blob, 'base64'));
};

const openByKeyFile = async (
  slot: KeySlotOf<'keyFile'>,
  vaultId: string,
  { keyFile }: AutomaticParts,
): Promise<Opened | null> => {
  const key = await unwrapWithKeyFile(slot, vaultId, keyFile);
  return key && { key, isOutdated: false };
};

const openAutomatically = async (
  slot: KeySlot,
  vaultId: string,
  parts: AutomaticParts,
): Promise<Opened | null> => {
  switch (slot.kind) {
    case 'operatingSystem':
      return openByOperatingSystem(slot, parts);
    case 'keyFile':
      return openByKeyFile(slot, vaultId, parts);
    default:
      return null;
  }
};

/**
 * The data key from a slot that needs nothing typed; null when it does not open here. That another machine's or
 * person's slot does not open is an ordinary case, so the reason goes to the log only.
 */
export const openAutomaticSlot = async (
  slot: KeySlot,
  vaultId: string,
  parts: AutomaticParts,
): Promise<Opened | null> => {
  try {
    return await openAutomatically(slot, vaultId, parts);
  } catch (error) {
    parts.log.error('vault.slotNotOpened', { slot: slot.id, kind: slot.kind, error });
    return null;
  }
};

/** A new slot of the operating system, or null where it offers no protection. */
export const createOperatingSystemSlot = async (
  dataKey: DataKey,
  { operatingSystem, newId, now }: AutomaticParts,
): Promise<KeySlot | null> => {
  if (operatingSystem === null || (await operatingSystem.unavailableBecause()) !== null) return null;
  const { blob, detail } = await operatingSystem.protect(dataKey);
  const createdAt = now().toISOString();
  return { kind: 'operatingSystem', id: newId(), createdAt, detail, blob: blob.toString('base64') };
};

/** A new slot of the key file, which is made when it is not there. */
export const createKeyFileSlot = async (
  dataKey: DataKey,
  vaultId: string,
  { keyFile, newId, now }: AutomaticParts,
): Promise<KeySlot> => {
  const id = newId();
  const box = await wrapWithKeyFile(dataKey, { vaultId, slotId: id }, keyFile);
  return { kind: 'keyFile', id, createdAt: now().toISOString(), detail: keyFile, box };
};

/** True when this slot opens without anything typed, for the person and on the machine that run this program. */
export const opensHere = async (slot: KeySlot, vaultId: string, parts: AutomaticParts): Promise<boolean> =>
  (await openAutomaticSlot(slot, vaultId, parts)) !== null;
