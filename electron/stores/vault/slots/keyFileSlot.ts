import { randomBytes } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { fail, isFailure } from '../../../contract/failures.ts';
import { ifThere } from '../../files/ifThere.ts';
import { storing } from '../../files/storageFailure.ts';
import { writeAtomically } from '../../files/writeAtomically.ts';
import { type Box, closeBox, openBox } from '../authenticatedBox.ts';
import { type DataKey, deriveKey, keyBytes } from '../dataKey.ts';
import type { KeySlotOf } from '../vaultContent.ts';
import { slotContext, type SlotPlace } from './slotContext.ts';

type KeyFileSlot = KeySlotOf<'keyFile'>;

const pattern = /^relay-console-key-1:([A-Za-z0-9+/]{43}=)\r?\n?$/;

const textOf = (key: Buffer): string => `relay-console-key-1:${key.toString('base64')}`;

/** The key that the text of a key file holds. PROTECTION_UNAVAILABLE `keyFileDamaged`. */
export const parseKeyText = (text: string): Buffer => {
  const key = Buffer.from(pattern.exec(text)?.[1] ?? '', 'base64');
  // Written again it must be the same text: the last symbol of base64 has bits that mean nothing.
  if (text.trimEnd() !== textOf(key)) throw fail('PROTECTION_UNAVAILABLE', { reason: 'keyFileDamaged' });
  return key;
};

/** Null: there is none. PROTECTION_UNAVAILABLE `keyFileDamaged`, STORAGE_FAILED. */
const readKeyFile = (file: string): Promise<Buffer | null> =>
  storing(file, async () => {
    const text = await ifThere(readFile(file, 'utf8'));
    return text === null ? null : parseKeyText(text);
  });

const createKeyFile = async (file: string): Promise<Buffer> => {
  const key = randomBytes(keyBytes);
  await storing(file, () => writeAtomically(file, `${textOf(key)}\n`));
  return key;
};

const wrappingKey = (key: Buffer, vaultId: string): Buffer => deriveKey(key, vaultId, 'key file');

/** Wraps with the key in `file`, which is made (mode 0600) when it is not there and never overwritten. */
export const wrapWithKeyFile = async (dataKey: DataKey, place: SlotPlace, file: string): Promise<Box> => {
  const key = (await readKeyFile(file)) ?? (await createKeyFile(file));
  return closeBox(wrappingKey(key, place.vaultId), dataKey, slotContext('keyFile', place));
};

/** A key file that no slot needs any more is worth nothing to anybody but a thief of old backups. */
export const removeKeyFile = (file: string): Promise<void> => storing(file, () => rm(file, { force: true }));

/** A key file that is none any more takes another name, so that a new one can be made. STORAGE_FAILED. */
export const moveDamagedKeyFile = async (file: string, to: string): Promise<void> => {
  try {
    await readKeyFile(file);
  } catch (error) {
    if (!isFailure(error) || error.code !== 'PROTECTION_UNAVAILABLE') throw error;
    await storing(file, () => rename(file, to));
  }
};

/** Null when this key is another vault's. */
export const unwrapWithKey = ({ box, id }: KeyFileSlot, vaultId: string, key: Buffer): DataKey | null =>
  openBox(wrappingKey(key, vaultId), box, slotContext('keyFile', { vaultId, slotId: id }));

/** Null when there is no key file, or another vault's. */
export const unwrapWithKeyFile = async (
  slot: KeyFileSlot,
  vaultId: string,
  file: string,
): Promise<DataKey | null> => {
  const key = await readKeyFile(file);
  return key && unwrapWithKey(slot, vaultId, key);
};
