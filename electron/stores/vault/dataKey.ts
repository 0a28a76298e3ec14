import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { type BoxContext, closeBox, openBox } from './authenticatedBox.ts';
import {
  type SealedVault,
  type VaultContent,
  vaultContentSchema,
  vaultFormat,
  type VaultRecord,
} from './vaultContent.ts';
import type { SecretPlace } from './vault.ts';

/** 256 random bits that every secret hangs on. Kept only in memory and in key slots. */
export type DataKey = Buffer;

export const keyBytes = 32;

/** A new data key from the system's random numbers. */
export const createDataKey = (): DataKey => randomBytes(keyBytes);

/** One key for one purpose (HKDF-SHA-256, RFC 5869), so that the same key never does two things. */
export const deriveKey = (key: Buffer, vaultId: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, vaultId, `relay-console ${purpose}`, keyBytes));

const sealOf = (key: DataKey, content: VaultContent): Buffer =>
  createHmac('sha256', deriveKey(key, content.id, 'seal'))
    .update(JSON.stringify(content))
    .digest();

/**
 * Binds header, slots and records together: none can be changed, dropped or brought in from elsewhere unnoticed.
 * Parsing puts the fields into the order in which every reader will find them.
 */
export const sealVault = (key: DataKey, unsealed: VaultContent): SealedVault => {
  const content = vaultContentSchema.parse(unsealed);
  return { ...content, seal: sealOf(key, content).toString('base64') };
};

/** True when this data key sealed exactly this content. */
export const fitsSeal = (key: DataKey, { seal, ...content }: SealedVault): boolean => {
  const found = Buffer.from(seal, 'base64');
  const expected = sealOf(key, content);
  return found.length === expected.length && timingSafeEqual(found, expected);
};

const recordContext = (vaultId: string, { path, target }: SecretPlace): BoxContext => [
  'record',
  vaultFormat,
  vaultId,
  path,
  target,
];

/** A secret, encrypted so that it opens only in this vault, under this path and for this target. */
export const encryptRecord = (
  key: DataKey,
  vaultId: string,
  place: SecretPlace,
  value: string,
): VaultRecord => ({
  ...closeBox(deriveKey(key, vaultId, 'records'), Buffer.from(value), recordContext(vaultId, place)),
  target: place.target,
});

/** Null when the record belongs to another path or target, or was changed. */
export const decryptRecord = (
  key: DataKey,
  vaultId: string,
  place: SecretPlace,
  record: VaultRecord,
): string | null =>
  openBox(deriveKey(key, vaultId, 'records'), record, recordContext(vaultId, place))?.toString() ?? null;
