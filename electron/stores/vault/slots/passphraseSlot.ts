import { randomBytes } from 'node:crypto';
import { closeBox, openBox } from '../authenticatedBox.ts';
import { type DataKey, keyBytes } from '../dataKey.ts';
import type { ArgonCost, KeySlotOf } from '../vaultContent.ts';
import { slotContext, type SlotPlace } from './slotContext.ts';

type PassphraseSlot = KeySlotOf<'passphrase'>;

const saltBytes = 16;
/** Well above what OWASP asks for (19 MiB, 2 passes, 1 lane), and still under 300 ms on an old server. */
const cost = { memoryKib: 65_536, passes: 3, lanes: 1 };

/**
 * Argon2id (the library's default variant), version 0x13, in a thread of its own. The library is native code: it is
 * loaded when there is a passphrase to stretch, so that a machine without it can still start.
 */
const stretch = async (
  passphrase: string,
  { memoryKib, passes, lanes, salt }: ArgonCost,
): Promise<Buffer> => {
  const { hashRaw } = await import('@node-rs/argon2');
  return hashRaw(passphrase.normalize('NFKC'), {
    memoryCost: memoryKib,
    timeCost: passes,
    parallelism: lanes,
    outputLen: keyBytes,
    salt: Buffer.from(salt, 'base64'),
  });
};

const contextOf = (place: SlotPlace, { memoryKib, passes, lanes, salt }: ArgonCost) =>
  slotContext('passphrase', place, [memoryKib, passes, lanes, salt]);

/** What of a passphrase slot opens it. */
export const wrapWithPassphrase = async (
  dataKey: DataKey,
  place: SlotPlace,
  passphrase: string,
): Promise<Pick<PassphraseSlot, 'argon' | 'box'>> => {
  const argon = { ...cost, salt: randomBytes(saltBytes).toString('base64') };
  return { argon, box: closeBox(await stretch(passphrase, argon), dataKey, contextOf(place, argon)) };
};

/** Null when it is another passphrase. */
export const unwrapWithPassphrase = async (
  { argon, box, id }: PassphraseSlot,
  vaultId: string,
  passphrase: string,
): Promise<DataKey | null> =>
  openBox(await stretch(passphrase, argon), box, contextOf({ vaultId, slotId: id }, argon));
