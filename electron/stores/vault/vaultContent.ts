import { z } from 'zod';
import { boxSchema } from './authenticatedBox.ts';

export const vaultFormat = 1;

const slotBase = { id: z.uuid(), createdAt: z.iso.datetime(), detail: z.string() };

/** Cost of Argon2id (RFC 9106): KiB, passes, lanes. The upper bounds keep a forged file from eating the machine. */
const argonSchema = z.strictObject({
  memoryKib: z.int().min(19_456).max(1_048_576),
  passes: z.int().min(2).max(16),
  lanes: z.int().min(1).max(4),
  salt: z.base64(),
});
export type ArgonCost = z.infer<typeof argonSchema>;

/** The data key, wrapped so that one means opens it. */
export const keySlotSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('operatingSystem'), ...slotBase, blob: z.base64() }),
  z.strictObject({ kind: z.literal('keyFile'), ...slotBase, box: boxSchema }),
  z.strictObject({ kind: z.literal('passphrase'), ...slotBase, argon: argonSchema, box: boxSchema }),
  z.strictObject({ kind: z.literal('recoveryKey'), ...slotBase, box: boxSchema }),
]);
export type KeySlot = z.infer<typeof keySlotSchema>;
export type KeySlotOf<Kind extends KeySlot['kind']> = Extract<KeySlot, { kind: Kind }>;

/** A secret. `target` is repeated here, in clear like in the settings, so that the data key can be rotated. */
export const vaultRecordSchema = boxSchema.extend({ target: z.string() });
export type VaultRecord = z.infer<typeof vaultRecordSchema>;

/** The vault's file. */
export const vaultContentSchema = z.strictObject({
  format: z.literal(vaultFormat),
  id: z.uuid(),
  /** Another one after each rotation. */
  dataKey: z.strictObject({ id: z.uuid(), createdAt: z.iso.datetime() }),
  slots: z.array(keySlotSchema).min(1),
  /** By record path. */
  records: z.record(z.string(), vaultRecordSchema),
});
export type VaultContent = z.infer<typeof vaultContentSchema>;

/** `seal`: HMAC-SHA-256 over all the rest, under a key that only the data key gives. */
export const sealedVaultSchema = vaultContentSchema.extend({ seal: z.base64() });
export type SealedVault = z.infer<typeof sealedVaultSchema>;
